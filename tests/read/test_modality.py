"""Whether what a word tells has happened."""

import pytest

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Modality
from onrecord.read.modality import find_modality, is_refusal

CASES = [
    ("The leaders met.", "met", "actual"),
    ("The leaders stopped short of meeting.", "meeting", "negated"),
    ("The meeting was short and the leaders met.", "met", "actual"),
    ("The widows petitioned the king to free the men.", "free", "hypothetical"),
    ("The leaders managed to meet.", "meet", "actual"),
    ("The army said that rebels attacked the town.", "attacked", "actual"),
    ("Kenya has not condemned the attack.", "attack", "actual"),
    ("The leaders will meet.", "meet", "future"),
    ("The leaders plan to meet.", "meet", "future"),
    ("The leaders are due to meet.", "meet", "future"),
    ("The leaders agreed to meet and sign a deal.", "sign", "future"),
    ("Chad said it would send food.", "send", "future"),
    ("Chad promised that it would send food.", "send", "future"),
    ("Chad would send food.", "send", "hypothetical"),
    ("Chad said it would send food if the talks began.", "send", "hypothetical"),
    ("The leaders may meet.", "meet", "hypothetical"),
    ("The rebels tried to attack the town.", "attack", "hypothetical"),
    ("If the rebels attack the town, Chad will answer.", "attack", "hypothetical"),
    ("Had Greece fired on the ship, Turkey would have answered.", "fired", "hypothetical"),
    (
        "Had the Greek coastguard fired on the Turkish trawler, both fleets would have been at sea.",
        "fired",
        "hypothetical",
    ),
    ("Had Greece fired on the ship?", "fired", "actual"),
    ("Greece had fired on the ship.", "fired", "actual"),
    ("Chad knew nothing of it and had itself attacked the rebels.", "attacked", "actual"),
    ("Belgrade demanded that Pristina release the mayor.", "release", "hypothetical"),
    ("The envoy had been due to meet the rebels.", "meet", "hypothetical"),
    ("Chad will release nine men detained since May.", "detained", "actual"),
    ("Chad will release the men detained there.", "detained", "actual"),
    ("Chad asked for a force deployed on the border.", "deployed", "hypothetical"),
    ("Chad did not release the men.", "release", "negated"),
    ("Chad failed to release the men.", "release", "negated"),
    ("Chad refused to release the men.", "release", "negated"),
    ("No soldier was killed.", "killed", "negated"),
    ("Not a single soldier was killed.", "killed", "negated"),
    ("Not one but three soldiers were killed.", "killed", "actual"),
    ("None of the men was killed.", "killed", "negated"),
    ("Rebels never attacked the town.", "attacked", "negated"),
    ("Chad would not rule out sending troops.", "sending", "hypothetical"),
    ("The clinic was set on fire by a mob.", "fire", "actual"),
    ("Talks were set for Monday.", "Talks", "future"),
    ("The envoy is due in Lima for talks.", "talks", "future"),
]

GOVERNED = [
    # Demand of a definite deed.
    ("Chad called for Niger's withdrawal from the valley.", "withdrawal", "hypothetical"),
    ("The crowd demanded the release of the mayor.", "release", "hypothetical"),
    ("The rebels threatened the expulsion of all monks.", "expulsion", "hypothetical"),
    ("The guards prevented the seizure of the ship.", "seizure", "hypothetical"),
    ("The minister called for an end to the raid.", "raid", "actual"),
    ("Chad demanded an apology for the raid.", "raid", "actual"),
    ("The army may not stop the attack.", "attack", "actual"),
    # Infinitive under verbs.
    ("Peru wants the court to expel the envoy.", "expel", "hypothetical"),
    ("The court required the army to free the men.", "free", "hypothetical"),
    ("The judge told the guards to free the men.", "free", "hypothetical"),
    ("The bishop implored the rebels to free the nuns.", "free", "hypothetical"),
    ("Chad pressed Niger to free the men.", "free", "hypothetical"),
    ("The minister will allow the inspectors to visit the plant.", "visit", "hypothetical"),
    ("The threat will not cause Chad to withdraw.", "withdraw", "negated"),
    ("Sanctions have not persuaded Chad to free the men.", "free", "negated"),
    ("Chad forced the rebels to withdraw.", "withdraw", "actual"),
    ("The rebels began to shell the town.", "shell", "actual"),
    ("The navy helped to free the sailors.", "free", "actual"),
    ("The rebels are believed to have shelled the town.", "shelled", "actual"),
    ("Chad sent forty engineers to help the town.", "help", "actual"),
    ("Police used dogs to disperse the crowd.", "disperse", "actual"),
    ("The army continues to shell the town.", "shell", "actual"),
    ("The prince was pleased to thank the nurses.", "thank", "actual"),
    ("The law made it a crime to help rebels.", "help", "hypothetical"),
    ("Peru has the right to expel the envoy.", "expel", "hypothetical"),
    ("Chad was the first to recognise the republic.", "recognise", "actual"),
    ("Chad would be the first to recognise the republic.", "recognise", "hypothetical"),
    ("The council passed a resolution to condemn Chad.", "condemn", "actual"),
    # Passive subjunctive.
    ("The widows insisted that the general be jailed.", "jailed", "hypothetical"),
    ("The mother demanded that the child be returned.", "returned", "hypothetical"),
    ("The ministry insisted that the child was returned.", "returned", "actual"),
    ("The colonel made the men withdraw.", "withdraw", "actual"),
    # Whether, finite clause below refusal.
    ("The mayor declined to say whether rebels attacked the town.", "attacked", "hypothetical"),
    ("The mayor refused to say that rebels attacked the town.", "attacked", "actual"),
    ("The consul did not know who killed the priest.", "killed", "actual"),
    ("Chad hopes that Niger frees the men.", "frees", "hypothetical"),
    ("Villagers fear that rebels killed the priest.", "killed", "hypothetical"),
    ("The envoy warned that rebels killed the priest.", "killed", "actual"),
    # Conj.
    ("Two officers prepared to testify and riot police fired on the crowd.", "fired", "actual"),
    ("The leaders agreed to meet and signed a truce.", "signed", "actual"),
    ("The captain had not insulted or attacked the monks.", "attacked", "negated"),
    ("The army will not attack but will withdraw.", "withdraw", "future"),
    # Conditions.
    ("If Chad does not release the men, Niger will close the border.", "release", "hypothetical"),
    ("Chad should not attack the rebels.", "attack", "hypothetical"),
    ("The bishop urged Chad not to attack the rebels.", "attack", "hypothetical"),
    ("The mayor could refuse to meet the monks.", "meet", "hypothetical"),
    ("The mayor does not want to meet the monks.", "meet", "negated"),
    ("Chad threatened to cancel a visit to Oslo.", "visit", "hypothetical"),
    ("The army failed to prevent attacks on the port.", "attacks", "actual"),
    ("Chad vowed not to attack the port.", "attack", "negated"),
    # Nouns.
    ("A planned visit to Oslo cheered the queen.", "visit", "future"),
    ("The proposed visit annoyed the queen.", "visit", "hypothetical"),
    ("He was jailed for attempted murder.", "murder", "hypothetical"),
    ("Any attack on Chad would be a mistake.", "attack", "hypothetical"),
    ("The nurses came to help victims of attacks on villages.", "attacks", "actual"),
    ("The prince will meet survivors of attacks on villages.", "attacks", "actual"),
    ("Rebels threatened attacks on villages.", "attacks", "hypothetical"),
    ("The navy tried to prevent attacks on tankers.", "attacks", "hypothetical"),
    ("Chad threatened a wave of attacks on villages.", "attacks", "hypothetical"),
    ("The council will discuss attacks on villages.", "attacks", "actual"),
    ("The council has not condemned attacks on villages.", "attacks", "actual"),
    ("Chad banned the rally.", "rally", "hypothetical"),
    ("Chad banned protests against the tax.", "protests", "hypothetical"),
    ("The visit was cancelled.", "visit", "negated"),
    ("An attack on the port was foiled.", "attack", "negated"),
    ("A visit to Oslo is planned.", "visit", "future"),
    ("Talks between Chad and Niger are due in May.", "Talks", "future"),
    ("The attack was condemned.", "attack", "actual"),
    # Adjuncts.
    ("The envoy did not speak after being arrested.", "arrested", "actual"),
    ("The driver tried to flee after killing a monk.", "killing", "actual"),
    ("The mayor tried to calm the crowd by freeing two men.", "freeing", "actual"),
    ("The mayor will try to calm the crowd by freeing two men.", "freeing", "hypothetical"),
    ("The mayor hoped to calm the crowd by freeing two men.", "freeing", "hypothetical"),
    ("Chad will resign from the league after meeting the envoy.", "meeting", "future"),
    ("The general will be tried for killing monks.", "killing", "actual"),
    ("Chad should apologise for bombing the port.", "bombing", "actual"),
    ("Chad called for bombing the port.", "bombing", "hypothetical"),
    ("The guards kept the monks from attacking the mayor.", "attacking", "hypothetical"),
    ("The rebels stopped shelling the town.", "shelling", "negated"),
    ("Instead of attacking the rebels, Chad left.", "attacking", "negated"),
    ("The minister discussed expelling the envoy.", "expelling", "hypothetical"),
    ("The minister thought about expelling the envoy.", "expelling", "hypothetical"),
    ("Chad is considering expelling the envoy.", "expelling", "hypothetical"),
    ("A blockade of the strait would ruin the island.", "blockade", "hypothetical"),
    ("The blockade of the strait would ruin the island.", "blockade", "actual"),
    # Purpose.
    ("The minister will fly to Oslo to meet the rebels.", "meet", "future"),
    ("The minister flew to Oslo to meet the rebels.", "meet", "actual"),
    ("The minister did not fly to Oslo to meet the rebels.", "meet", "negated"),
    ("Unions plan a strike to demand the release of the mayor.", "release", "hypothetical"),
    # Future.
    ("The rebels are going to attack the town.", "attack", "future"),
    ("The rebels are about to attack the town.", "attack", "future"),
    ("The president is to visit Oslo.", "visit", "future"),
    ("Chad is set to expel six diplomats.", "expel", "future"),
    ("Kenya to send troops to Chad", "send", "future"),
    ("The minister visits Oslo next week.", "visits", "future"),
    ("The minister arrives in Oslo tomorrow.", "arrives", "future"),
    ("The minister visits Oslo every week.", "visits", "actual"),
    ("Chad will withdraw once the rebels surrender.", "surrender", "future"),
    ("The siege is to last until the rebels surrender.", "surrender", "future"),
    ("The siege lasted until the rebels surrendered.", "surrendered", "actual"),
    ("Niger wants to renew the talks with Chad.", "talks", "hypothetical"),
    ("They have got to cooperate with the police.", "cooperate", "hypothetical"),
    ("They had to cooperate with the police.", "cooperate", "actual"),
    # Negation.
    ("Chad no longer supports the rebels.", "supports", "negated"),
    ("Chad has yet to release the men.", "release", "negated"),
    ("The rebels not only attacked the town but burned it.", "attacked", "actual"),
    ("Chad neither attacked nor threatened the rebels.", "threatened", "negated"),
    # Imperatives.
    ("Release the men!", "Release", "hypothetical"),
    ("Do not attack the rebels!", "attack", "hypothetical"),
    ("Palau offered an apology to Fiji.", "apology", "actual"),
    ("The minister was hoping to arrest the rebels.", "arrest", "hypothetical"),
    ("The rebels are believed to be planning attacks on ports.", "attacks", "future"),
    ("The chief of the union wanted to meet the minister.", "meet", "hypothetical"),
    ("Chad offered to mediate between the rebels.", "mediate", "hypothetical"),
    ("The rebels were ready to withdraw.", "withdraw", "future"),
    ("Ghana refused to meet the envoy.", "meet", "negated"),
    ("The refusal to meet the envoy angered Ghana.", "meet", "negated"),
    ("The decision to expel the envoy angered Ghana.", "expel", "future"),
    ("Chad has no plans to ban the party.", "ban", "negated"),
    ("The critics called the attack a disgrace.", "attack", "actual"),
    ("Chad allowed the refugees to enter the camp.", "enter", "actual"),
    ("The laws allow the army to enter the camp.", "enter", "hypothetical"),
    ("The crowd made a call for the release of the mayor.", "release", "hypothetical"),
    ("Investigators found no proof that Chad had bombed the port.", "bombed", "negated"),
    ("The mayor refused to confirm reports that rebels attacked the town.", "attacked", "actual"),
    ("Chad instead agreed to meet the envoy.", "meet", "future"),
    ("The raid was the third attack on the port.", "attack", "actual"),
    ("The guards stopped the train to free the nuns.", "free", "actual"),
    ("The council voted to condemn Chad.", "condemn", "actual"),
    ("Fears that the rebels would shell the port grew.", "shell", "hypothetical"),
    ("On a visit to Fiji the envoy was asked about fish.", "visit", "actual"),
    ("The king asked him to go on a visit to Fiji.", "visit", "hypothetical"),
]


def told(nlp, sentence, word):
    return next(t for t in nlp(sentence) if t.text == word)


@pytest.mark.parametrize(("sentence", "word", "expected"), CASES + GOVERNED, ids=[c[0] for c in CASES + GOVERNED])
def test_modality(nlp, sentence, word, expected):
    assert find_modality(told(nlp, sentence, word), load_lexicon()) is Modality(expected)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Chad will not release the men.", "release", True),
        ("Chad said it would not release the men.", "release", True),
        ("The sides failed to reach a deal.", "reach", True),
        ("Chad has not released the men.", "released", False),
        ("Chad will release the men.", "release", False),
    ],
)
def test_refusal_is_a_will_not_to(nlp, sentence, word, expected):
    assert is_refusal(told(nlp, sentence, word)) is expected


EXAMPLES = [(m.modality, e) for ms in load_lexicon().modals.values() for m in ms for e in m.examples]


@pytest.mark.parametrize(("modality", "sentence"), sorted(set(EXAMPLES)))
def test_a_modal_entry_shows_in_its_examples(nlp, modality, sentence):
    last = [t for t in nlp(sentence) if t.lemma_ in ("meet", "take", "attack")][-1]
    assert find_modality(last, load_lexicon()) is modality

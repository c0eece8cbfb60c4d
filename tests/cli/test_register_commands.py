"""`onrecord register`: what is taken is counted and named, what is refused is named with its line."""


def test_import_keeps_the_good_rows_and_names_the_others(onrecord, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("name,country,sectors\nDunsany Front,KEN,REB\nLake Post,KENYAN,JRN\n", encoding="utf-8")
    ran = onrecord("register", "import", str(file), "--register", str(tmp_path / "reg"))
    assert ran.code == 1
    assert "1 groups and bodies, 0 times in office; 1 rows refused" in ran.out
    assert "mine.csv line 3: country 'KENYAN' is neither a code nor a name of a country" in ran.err
    assert (tmp_path / "reg" / "mine-groups.tsv").is_file()


def test_check_finds_nothing_in_what_was_taken(onrecord, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("name,country,sectors\nDunsany Front,KEN,REB\n", encoding="utf-8")
    assert onrecord("register", "import", str(file), "--register", str(tmp_path / "reg")).code == 0
    ran = onrecord("register", "check", str(tmp_path / "reg"))
    assert (ran.code, ran.out, ran.err) == (0, "nothing contradicts itself in the register\n", "")


def test_check_names_what_contradicts(onrecord, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("name,country,sectors\nTaliban,KEN,JRN\n", encoding="utf-8")
    onrecord("register", "import", str(file), "--register", str(tmp_path / "reg"))
    ran = onrecord("register", "check", str(tmp_path / "reg"))
    assert (ran.code, ran.out) == (1, "")
    assert "'Taliban' is AFG REB" in ran.err


def test_a_register_that_is_none_is_named_in_one_line(onrecord, tmp_path):
    ran = onrecord("register", "check", str(tmp_path / "none"))
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1

"""A record is checked, backed up and moved from the command line."""


def test_a_backup_is_whole_and_never_written_over(onrecord, strike, tmp_path):
    onrecord("add", "strike.txt")
    assert onrecord("backup", "kept.db").out == "1 report of onrecord.db copied into kept.db\n"
    assert onrecord("check", "--record", "kept.db").out == "nothing is wrong in kept.db\n"
    again = onrecord("backup", "kept.db")
    assert again.code == 1
    assert again.err == "onrecord: kept.db: is there already; name another FILE\n"
    assert sorted(file.name for file in tmp_path.glob("*kept*")) == ["kept.db"]


def test_a_copy_goes_only_where_nothing_is(onrecord, strike):
    onrecord("add", "strike.txt")
    assert onrecord("copy", "onrecord.db", "moved.db").out == "1 report copied into moved.db\n"
    ran = onrecord("copy", "onrecord.db", "moved.db")
    assert (ran.code, ran.err.count("\n")) == (1, 1)

"""The claims of a debrief worked out again, from positions and actions and not from events.

What a debrief reads off the events is compared here with the positions before and after each
decision and with the decisions themselves. Only what stands in no position, such as who gave
a card's cause, is read from the events as the journal has them.
"""

from typing import Any

from game.content.vocabulary import LADDERS
from game.engine import actions as a
from game.engine import fields as f
from game.match.event_json import event_to_json

LIGHTS = {
    "verified": {a.RESPOND},
    "revealed": {a.REVEAL},
    "council": {a.ACCEPT},
    "unveiled": {a.UNVEIL},
    "card": {a.EVENT, a.YES, a.NO},
    "crisis": {a.RESPOND},
}
BY_SIDE = {"operation": "choice", "unveiling": "choice", "face-down": "choice"}


class Recount:
    """One match, looked at decision by decision."""

    def __init__(self, course):
        self.course = course
        self.world = course.truth.world
        self.end = len(course.history)
        self.before = [None, *(course.truth_after(n).v for n in range(self.end))]
        self.after = [course.truth_after(n).v for n in range(self.end + 1)]
        self.raw = [[event_to_json(e) for e in course.opening]]
        self.raw += [[event_to_json(e) for e in entry.events] for entry in course.history]

    def named(self, number, kind):
        """Return the events of a kind that an entry brought, as the journal has them."""
        return [event for event in self.raw[number] if event["event"] == kind]

    def all_named(self, kind):
        return [(n, e) for n in range(self.end + 1) for e in self.named(n, kind)]

    # ------------------------------------------------------------------ tension

    def tension(self, moves):
        by_entry: dict[int, list[dict[str, Any]]] = {}
        for move in moves:
            by_entry.setdefault(move["number"], []).append(move)
        for number in range(1, self.end + 1):
            told = by_entry.pop(number, [])
            low, high = self.before[number][f.TENSION], self.after[number][f.TENSION]
            assert sum(m["after"] - m["before"] for m in told) == high - low
            if told:
                assert (told[0]["before"], told[-1]["after"]) == (low, high)
            for move in told:
                self._driver(number, move)
        assert by_entry == {}

    def _driver(self, number, move):
        v = self.before[number]
        kind, slug = move["cause"]["kind"], move["cause"]["slug"]
        if move["driver"] == "pledge":
            assert [e["side"] for e in self.named(number, "PledgeBroken")].count(move["side"])
        elif kind == "crisis":
            assert move["side"] is None
            assert move["driver"] == self._crisis_driver(v)
        elif kind == "card":
            domestic = self.course.content.cards[slug].kind == "domestic"
            assert move["driver"] == ("home" if domestic else "card")
            assert self.course.content.cards[slug].side == ("nato", "russia")[move["side"]]
        elif kind == "rule":
            assert move["driver"] == {"brink": "brink", "verification": "found"}.get(
                slug, "rule"
            )
        elif kind == "package":
            assert move["driver"] == "package"
            assert a.kind_of(self.course.history[number - 1].action) == a.ACCEPT
        else:
            assert move["driver"] == BY_SIDE[kind]
            assert move["side"] == v[f.MOVER]

    @staticmethod
    def _crisis_driver(v):
        if v[f.OPENED] >= 0:
            return "opened"
        if v[f.CAUSE] >= 0:
            return "incident"
        return "called" if v[f.CRISIS_SITE] >= 0 else "crisis"

    # ------------------------------------------------------------------ council

    def packages(self, records):
        assert [self._package(one) for one in records] == self._tabled()
        for one in records:
            for number in one["taken_back"]:
                before, after = self.before[number], self.after[number]
                steps = range(f.STEP, f.STEP + 8)
                assert any(after[n] < before[n] for n in steps)

    @staticmethod
    def _package(one):
        return one["number"], one["side"], tuple(one["terms"]), one["answer"], one["answered"]

    def _tabled(self):
        """Return every package as the decisions made it: tabled, answered."""
        found: list[tuple[object, ...]] = []
        terms: list[int] = []
        table: tuple[object, ...] = ()
        for entry in self.course.history:
            kind = a.kind_of(entry.action)
            if kind == a.TERM:
                terms.append(entry.action & 0xFF)
            elif kind == a.TABLE:
                if table:
                    found.append((*table, "countered", entry.number))
                table = entry.number, entry.side, tuple(terms)
                terms = []
            elif kind in {a.ACCEPT, a.REJECT}:
                answer = "accepted" if kind == a.ACCEPT else "rejected"
                found.append((*table, answer, entry.number))
                table = ()
            elif kind == a.NO_PROPOSAL:
                terms = []
                if table:
                    found.append((*table, "rejected", entry.number))
                table = ()
        return found if not table else [*found, (*table, "open", None)]

    # ------------------------------------------------------------------ pledges

    def pledges(self, records):
        assert len(records) == len(self.all_named("PledgeMade"))
        for one in records:
            self._pledge(one)
        broken = {one["broken"] for one in records} - {None}
        assert broken == {n for n, _ in self.all_named("PledgeBroken")}

    def _pledge(self, one):
        at, last = self.after[one["number"]], self.after[-1]
        left = self._left(at, one)
        assert left == self.world.numbers.pledge_rounds
        assert one["last_round"] == one["round"] + left - 1
        site = None if one["site"] is None else self.world.site_id[one["site"]]
        assert one["lie"] == (site is not None and bool(at[f.HIDDEN] >> site & 1))
        fate = one["fate"]
        if fate == "broken":
            breaks = self.named(one["broken"], "PledgeBroken")
            named = one["side"], one["site"], one["ladder"]
            assert named in [(e["side"], e["site"], e["ladder"]) for e in breaks]
        elif fate == "broken-in-secret":
            assert last[f.LIED] >> site & 1
        elif fate == "running":
            assert self._left(last, one) > 0
        else:
            assert fate == "kept"
            over = last[f.VERDICT] in {f.LAST_ROUND, f.JOINT_ARCHITECTURE}
            assert last[f.ROUND] + over > one["last_round"]

    def _left(self, v, one):
        """Return the reckonings that a pledge still runs in a position."""
        if one["ladder"] is not None:
            place = 4 * one["side"] + LADDERS.index(one["ladder"])
            return v[f.LADDER_PLEDGES] >> 4 * place & 15
        return v[f.SITE_PLEDGES] >> 4 * self.world.site_id[one["site"]] & 15

    # ------------------------------------------------------------------- hidden

    def undeclared(self, records):
        came, went = [], []
        for number in range(1, self.end + 1):
            before, after = self.before[number][f.HIDDEN], self.after[number][f.HIDDEN]
            for site, spec in enumerate(self.world.sites):
                if after >> site & 1 and not before >> site & 1:
                    came.append((number, spec.slug))
                elif before >> site & 1 and not after >> site & 1:
                    went.append((number, spec.slug))
        assert [(one["number"], one["site"]) for one in records] == came
        for one in records:
            if one["light"] in {"verified", "crisis"}:
                self._came_to_light(one)
        told = [(one["known"], one["site"]) for one in records if one["known"] is not None]
        assert sorted(told) == sorted(went)
        still = self.after[-1][f.HIDDEN]
        for one in records:
            site = self.world.site_id[one["site"]]
            assert one["side"] == int(site >= f.SITES_A_SIDE)
            if one["light"] == "never":
                assert still >> site & 1
            else:
                action = self.course.history[one["known"] - 1].action
                assert a.kind_of(action) in LIGHTS[one["light"]]
            if one["seen"] is not None:
                seen = self.after[one["seen"]]
                assert seen[f.SEEN] >> site & 1

    def _came_to_light(self, one):
        """Both come at the end of a crisis: only the cause tells them apart."""
        causes = [
            event["cause"]["kind"]
            for kind in ("SiteFound", "SiteDeclared")
            for event in self.named(one["known"], kind)
            if event["site"] == one["site"]
        ]
        assert causes == [{"verified": "rule", "crisis": "crisis"}[one["light"]]]

    # ------------------------------------------------------------------- crises

    def crises(self, records):
        answers = []
        for entry in self.course.history:
            v = self.before[entry.number]
            if v[f.PENDING] == f.ANSWER_CRISIS and entry.side == 1:
                opened = v[f.OPENED]
                crisis = opened if opened >= 0 else v[f.CRISIS]
                sides = self.world.responses[crisis]
                places = v[f.ANSWER], entry.action & 0xFF
                stances = [
                    side[place].stance for side, place in zip(sides, places, strict=True)
                ]
                spec = self.world.crises[crisis]
                answers.append((entry.number, spec.slug, stances, opened >= 0))
        told = [(o["number"], o["crisis"], o["stances"], o["opened"]) for o in records]
        assert told == answers

    def incidents(self, records):
        turned = [
            (number, event["crisis"])
            for number, event in self.all_named("CrisisTurnedUp")
            if event["incident"]
        ]
        assert [(one["number"], one["crisis"]) for one in records] == turned
        for one in records:
            assert one["began"] == self.after[one["number"]][f.CAUSE]
            if one["answered"] is not None:
                v = self.before[one["answered"]]
                assert v[f.CAUSE] == one["began"]
                assert v[f.OPENED] < 0

    # ------------------------------------------------------------------ beliefs

    def watchings(self, records):
        for one in records:
            mandate = self.after[-1][f.MANDATE + 1 - one["side"]]
            assert one["truth"] == self.world.mandates[mandate].slug
            memories = self.course.memories(one["side"])
            rival = ("nato", "russia")[1 - one["side"]]
            slugs = [m.slug for m in self.world.mandates if m.side == rival]
            for belief in one["beliefs"]:
                chances = dict(zip(slugs, memories[belief["number"] - 1].mandates, strict=True))
                assert belief["chance"] == max(chances.values())
                assert chances[belief["mandate"]] == belief["chance"]
                assert chances[one["truth"]] == belief["true_chance"]
                assert self.course.history[belief["number"] - 1].round == belief["round"]

    # -------------------------------------------------------------------- ideas

    def shown(self, records):
        kinds = {
            "security-dilemma": "SiteAnnounced",
            "costly-signal": "StepTaken",
            "reciprocity": "LeadFollowed",
            "brinkmanship": "BrinkTested",
            "verification": "SiteFound",
            "two-level-game": "TrackMoved",
            "commitment-problem": "PledgeMade",
            "arms-control": "PackageAnswered",
            "spiral": "CrisisResolved",
        }
        for one in records:
            kind = kinds.get(one["concept"])
            if kind is not None:
                assert any(self.named(number, kind) for number in one["rests"]), one
            check = getattr(self, "_" + one["concept"].replace("-", "_"), None)
            if check is not None:
                check(one)

    def _noise(self, one):
        assert self.after[one["rests"][0]][f.CAUSE] == f.NOBODY
        assert f.FIRM in one["stances"]

    def _misperception(self, one):
        truth = self.after[-1][f.MANDATE + 1 - one["side"]]
        assert one["mandate"] != self.world.mandates[truth].slug

    def _costly_signal(self, one):
        named = one["side"], one["ladder"], one["step"]
        steps = self.named(one["rests"][0], "StepTaken")
        assert (*named, True) in [
            (e["side"], e["ladder"], e["step"], e["signal"]) for e in steps
        ]

    def _arms_control(self, one):
        """Every step of the package still stands, and none of its pledges was broken."""
        entry = one["rests"][-1]
        broken = {
            (e["side"], e["site"], e["ladder"]) for _, e in self.all_named("PledgeBroken")
        }
        for pledge in self.named(entry, "PledgeMade"):
            later = [
                number
                for number, e in self.all_named("PledgeBroken")
                if (e["side"], e["site"], e["ladder"])
                == (pledge["side"], pledge["site"], pledge["ladder"])
            ]
            last = self.course.history[entry - 1].round + pledge["rounds"] - 1
            assert not broken or all(
                self.course.history[number - 1].round > last for number in later
            )
        for step in self.named(entry, "StepTaken"):
            place = f.STEP + 4 * step["side"] + LADDERS.index(step["ladder"])
            assert all(self.after[n][place] >= step["step"] for n in range(entry, self.end + 1))

    def concepts(self, told):
        """The ideas that a match must have shown, whatever moment stands for each."""
        due = {one["type"] for one in told["crises"]}
        pledges, packages = told["pledges"], told["packages"]
        exposed = [
            e
            for _, e in self.all_named("TrackMoved")
            if e["cause"]["slug"] == "exposure" and e["after"] < e["before"]
        ]
        broken = {one["number"] for one in pledges if one["fate"].startswith("broken")}
        held = [
            one
            for one in packages
            if one["answer"] == "accepted"
            and not one["taken_back"]
            and one["answered"] not in broken
        ]
        signals = [e for _, e in self.all_named("StepTaken") if e["signal"]]
        for concept, seen in (
            ("costly-signal", signals),
            ("reciprocity", self.all_named("LeadFollowed")),
            ("two-level-game", exposed),
            ("commitment-problem", broken),
            ("verification", [o for o in told["undeclared"] if o["light"] == "verified"]),
            ("arms-control", held),
            ("brinkmanship", self.all_named("BrinkTested")),
            (
                "spiral",
                [o for o in told["crises"] if o["stances"] == [0, 0] and o["tension"] > 0],
            ),
            ("noise", [o for o in told["incidents"] if o["began"] == 2 and 0 in o["stances"]]),
            (
                "misperception",
                [
                    belief
                    for one in told["watchings"]
                    for belief in one["beliefs"]
                    if belief["mandate"] != one["truth"] and belief["chance"] >= 0.5
                ],
            ),
        ):
            if seen:
                due.add(concept)
        assert {one["concept"] for one in told["shown"]} - {"security-dilemma"} == due

    def _security_dilemma(self, one):
        number, other = one["rests"][0], 1 - one["side"]
        assert one["site"] in [e["site"] for e in self.named(number, "SiteAnnounced")]
        falls = [
            e["before"] - e["after"]
            for e in self.named(number, "TrackMoved")
            if (e["track"], e["side"]) == ("assurance", other)
        ]
        assert -one["by"] in falls
        if one["reply"] is not None:
            replies = self.named(one["rests"][-1], "SiteAnnounced")
            assert (other, one["reply"]) in [(e["side"], e["site"]) for e in replies]
            rounds = [self.course.history[n - 1].round for n in one["rests"]]
            assert rounds[-1] - rounds[0] <= 1

    def _two_level_game(self, one):
        number, side = one["rests"][0], one["side"]
        v = self.before[number]
        steps = [v[f.STEP + n] - v[f.STEP + 4 + n] for n in range(4)]
        after = self.after[number]
        later = [after[f.STEP + n] - after[f.STEP + 4 + n] for n in range(4)]
        leads = [-lead if side else lead for lead in (*steps, *later)]
        assert max(leads) >= self.world.numbers.exposure_lead

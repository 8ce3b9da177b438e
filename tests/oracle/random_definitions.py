"""random_definitions.py SEED NUMBER FOLDER: flowcharts with joins, decisions, forks and loops, in and around containers, with events."""
import random
import sys

from scenario import (activity, choice, counting, decision, event, flow_fork, flowchart, for_each, fork, join, line, parallel, script, sequence, switch, variable, write)


class Definition:
    def __init__(self, source):
        self.random, self.count, self.events = source, 0, []
        self.root = self.chart(source.randint(0, 2)) if source.random() < .6 else self.node(source.randint(1, 3))

    def id(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def leaf(self, in_loop):
        r = self.random.random()
        if .55 <= r < .75:
            self.events.append(self.id("e"))
            return event(self.events[-1])
        if .75 <= r < .80 and in_loop:
            return activity(self.id("br"), "Elsa.Break")
        if .80 <= r < .82:
            return activity(self.id("fin"), "Elsa.Finish")
        if .82 <= r < .85:
            return script(self.id("j"), "setN(getN()+1)")
        return line(self.id("L"))

    def condition(self):
        return self.random.choice(["true", "false", "getN()%2==0"])

    def node(self, depth, in_loop=False):
        if depth <= 0:
            return self.leaf(in_loop)
        def inner(loop=in_loop):
            return self.node(depth - 1, loop)
        def several(least, loop):
            return [inner(loop) for _ in range(self.random.randint(least, 3))]
        r = self.random.random()
        if r < .25:
            return sequence(self.id("s"), *several(1, in_loop))
        if r < .35:
            return choice(self.id("i"), self.condition(), inner(), inner() if self.random.random() < .6 else None)
        if r < .42:
            return counting(self.id("f"), 1, self.random.randint(1, 2), inner(True))
        if r < .47:
            return for_each(self.id("fe"), self.random.choice(["[1,2]", "[1]"]), inner(True))
        if r < .52:
            return for_each(self.id("pf"), "[1,2]", inner(False), parallel=True)
        if r < .62:
            return fork(self.id("k"), self.random.choice(["WaitAll", "WaitAny"]), *several(1, False))
        if r < .67:
            return parallel(self.id("p"), *several(1, False))
        if r < .72:
            return switch(self.id("sw"), [("a", self.condition(), inner()), ("b", self.condition(), inner())], inner() if self.random.random() < .5 else None,
                          self.random.choice(["MatchFirst", "MatchAny"]))
        return self.chart(depth - 1)

    def chart(self, depth):
        activities, connections = [activity(self.id("st"), "Elsa.Start")], []
        for _ in range(self.random.randint(3, 7)):
            r = self.random.random()
            activities.append(
                decision(self.id("d"), self.condition()) if r < .2
                else join(self.id("j"), self.random.choice(["WaitAll", "WaitAny", "WaitAllActive"])) if r < .35
                else flow_fork(self.id("ff"), "One", "Two") if r < .45
                else self.node(depth - 1) if r < .55 and depth > 0
                else self.leaf(False))
        for place in range(1, len(activities)):
            for before in self.random.sample(range(place), k=min(place, 1 if self.random.random() < .6 else 2)):
                connections.append(f"{self.exit(activities[before])}>{activities[place]['id']}")
        if self.random.random() < .35:
            # A loop back that ends after some turns.
            target = self.random.choice(activities[1:])
            source = self.random.choice(activities[activities.index(target):])
            count, again = self.id("n"), self.id("lp")
            activities += [script(count, "setN(getN()+1)"), decision(again, f"getN() < {self.random.randint(1, 4)}")]
            connections += [f"{self.exit(source)}>{count}", f"{count}>{again}", f"{again}.True>{target['id']}"]
        return flowchart(self.id("fc"), activities, " ".join(dict.fromkeys(connections)))

    def exit(self, source):
        ports = {"Elsa.FlowDecision": [".True", ".False"], "Elsa.FlowFork": [".One", ".Two"]}.get(source["type"], [""])
        return source["id"] + self.random.choice(ports)


seed, number, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
source = random.Random(seed)
for n in range(number):
    definition = Definition(source)
    events = definition.events[:]
    source.shuffle(events)
    write(folder, f"random-{seed}-{n:03}", definition.root, [variable("N", "Int32", "0")], [f"event {name}" for name in events[:6]])

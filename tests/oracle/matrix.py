"""matrix.py FOLDER: each activity in a Flowchart, in a Sequence, in an instance that is suspended and resumed, and failing or with a failure in it.

What Elsa prints for them are the scenarios matrix-*; ScenarioMatrix (a test) says which of these cells each activity has."""
import json
import sys

from scenario import *
from scenario import _input

THROW = 'throw new Error("on purpose")'
OUT = sys.argv[1]
KID = {"id": "kid-v1", "definitionId": "kid", "name": "kid", "version": 1, "toolVersion": "3.5.3.0", "variables": [], "inputs": [], "outputs": [], "outcomes": [], "customProperties": {},
       "isReadonly": False, "isSystem": False, "isLatest": True, "isPublished": False, "options": {"autoUpdateConsumingWorkflows": False}, "root": sequence("kids", line("in the kid"))}
USABLE = {**KID, "id": "Kidm-v1", "definitionId": "Kidm", "name": "Kidm", "options": {"autoUpdateConsumingWorkflows": False, "usableAsActivity": True}}
ON = _input("Boolean", literal(True))


def fault(id="boom"):
    return activity(id, "Elsa.Fault", message=_input("String", literal("on purpose")))


def start():
    return activity("start", "Elsa.Start")


def set_variable(value):
    return activity("x", "Elsa.SetVariable", variable={"id": "v_V", "name": "V", "typeName": "Object"}, value=_input("Object", value))


def condition(value, type="Elsa.FlowDecision"):
    return activity("x", type, condition=_input("Boolean", value))


def flow_switch(value):
    return activity("x", "Elsa.FlowSwitch", cases=[{"label": "One", "condition": js(value)}], mode=_input("Elsa.Workflows.Activities.SwitchMode, Elsa.Workflows.Core", literal("MatchFirst")))


def child(type, id="kid", **more):
    return activity("x", type, workflowDefinitionId=_input("String", id if isinstance(id, dict) else literal(id)), waitForCompletion=ON, **more)


# What has an input: the activity by that input, and one that works. The port by which a flowchart goes on, and lines that show what stayed.
LEAVES = {
    "WriteLine": (lambda v: activity("x", "Elsa.WriteLine", text=_input("String", v)), literal("x")),
    "SetVariable": (set_variable, literal("x")),
    "SetOutput": (lambda v: activity("x", "Elsa.SetOutput", outputName=_input("String", literal("O")), outputValue=_input("Object", v)), literal("x")),
    "SetName": (lambda v: activity("x", "Elsa.SetName", value=_input("String", v)), literal("x")),
    "Correlate": (lambda v: activity("x", "Elsa.Correlate", correlationId=_input("String", v)), literal("x")),
    "RunJavaScript": (lambda v: activity("x", "Elsa.RunJavaScript", script=_input("String", literal(v["value"]))), js("setV('x')")),
    "PublishEvent": (lambda v: activity("x", "Elsa.PublishEvent", eventName=_input("String", v), isLocalEvent=ON), literal("nobody")),
    "Fault": (lambda v: activity("x", "Elsa.Fault", message=_input("String", v)), literal("x")),
    "Complete": (lambda v: activity("x", "Elsa.Complete", outcomes=_input("Object", v)), literal("Done")),
}

# What waits by itself, and the step that ends it.
WAITING = {
    "Event": (lambda v: activity("x", "Elsa.Event", eventName=_input("String", v)), literal("x"), "event x"),
    "RunTask": (lambda v: activity("x", "Elsa.RunTask", taskName=_input("String", v)), literal("T"), "taskdone"),
    "Delay": (lambda v: activity("x", "Elsa.Delay", timeSpan=_input("TimeSpan", v)), literal("00:00:00.300"), "wait 900"),
    "Timer": (lambda v: activity("x", "Elsa.Timer", interval=_input("TimeSpan", v)), literal("00:00:00.300"), "wait 900"),
    "StartAt": (lambda v: activity("x", "Elsa.StartAt", dateTime=_input("DateTimeOffset", v)), js("new Date(Date.now() + 300)"), "wait 900"),
    "Cron": (lambda v: activity("x", "Elsa.Cron", cronExpression=_input("String", v)), literal("* * * * * *"), "wait 2500"),
    "ExecuteWorkflow": (lambda v: child("Elsa.ExecuteWorkflow", v), literal("kid"), None),
    "DispatchWorkflow": (lambda v: child("Elsa.DispatchWorkflow", v), literal("kid"), "wait 900"),
    "BulkDispatchWorkflows": (lambda v: child("Elsa.BulkDispatchWorkflows", v, items=_input("Object", js('["p","q"]'))), literal("kid"), "wait 900"),
    "Kidm": (lambda v: activity("x", "Kidm", workflowDefinitionId="Kidm", workflowDefinitionVersionId="Kidm-v1", latestAvailablePublishedVersion=1, latestAvailablePublishedVersionId="Kidm-v1"), None, None),
}

# What has others in it: the activity around a body.
CONTAINERS = {
    "Sequence": lambda body: sequence("x", line("in"), body),
    "Flowchart": lambda body: flowchart("x", [activity("xs", "Elsa.Start"), line("in"), body], f"xs>in in>{body['id']}"),
    "Parallel": lambda body: parallel("x", line("in"), body),
    "Fork": lambda body: fork("x", "WaitAll", line("in"), body),
    "If": lambda body: choice("x", "true", body),
    "Switch": lambda body: switch("x", [("One", "true", body)]),
    "For": lambda body: counting("x", 1, 2, body),
    "ForEach": lambda body: for_each("x", js('["p"]'), body),
    "ParallelForEach": lambda body: for_each("x", js('["p"]'), body, parallel=True),
    "While": lambda body: activity("x", "Elsa.While", condition=_input("Boolean", "(getV() || 0) < 1"), body=sequence("turn", activity("count", "Elsa.RunJavaScript", script=_input("String", literal("setV((getV() || 0) + 1)"))), body)),
    "Break": lambda body: counting("x", 1, 3, sequence("turn", body, activity("break", "Elsa.Break"))),
}

# What ends something: behind it nothing, or nothing more, runs.
ENDS = {"Start": "Elsa.Start", "End": "Elsa.End", "Finish": "Elsa.Finish"}

# What means something in a flowchart alone: activities and connections behind an event.
FLOW = {
    "FlowDecision": lambda v: ([condition(v), line("b"), line("c")], "x.True>b x.False>c"),
    "FlowSwitch": lambda v: ([flow_switch(v), line("b"), line("c")], "x.One>b x.Default>c"),
    "FlowFork": lambda v: ([flow_fork("x", "l", "r"), line("b"), condition_line(v)], "x.l>b x.r>cond"),
    "FlowJoin": lambda v: ([flow_fork("k", "l", "r"), line("b"), condition_line(v), join("x", "WaitAll"), line("c")], "k.l>b k.r>cond b>x cond>x x>c"),
}


def condition_line(value):
    return line("cond", js(f"{value}" if value != "true" else '"cond"'))


def put(name, root, steps=()):
    write(OUT, f"matrix-{name.lower()}", root, variables=[variable("V")], steps=steps)


def publish(name, kid):
    import pathlib
    folder = pathlib.Path(OUT) / f"matrix-{name.lower()}.deps"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / (kid["definitionId"] + ".json")).write_text(json.dumps(kid, separators=(",", ":")) + "\n")


def shown():
    return line("b", js('"b " + (getV() ?? "")'))


def behind_events(name, x, steps=()):
    """Suspended before and after; what it did is still there."""
    put(f"{name}-resumed", sequence("s", event("before"), x, event("after"), shown()), ["event before", *steps, "event after"])


for name, (make, good) in LEAVES.items():
    put(f"{name}-in-flowchart", flowchart("f", [start(), line("a"), make(good), shown()], "start>a a>x x>b"))
    put(f"{name}-in-sequence", sequence("s", line("a"), make(good), shown()))
    behind_events(name, make(good))
    put(f"{name}-fails", sequence("s", line("a"), make(js(THROW)), shown()))

for name, (make, good, step) in WAITING.items():
    steps = [step] if step else []
    cells = {
        f"{name}-in-flowchart": (flowchart("f", [start(), line("a"), make(good), shown()], "start>a a>x x>b"), steps),
        f"{name}-in-sequence": (sequence("s", line("a"), make(good), shown()), steps),
        f"{name}-resumed": (sequence("s", event("before"), make(good), event("after"), shown()), ["event before", *steps, "event after"]),
        f"{name}-fails": (sequence("s", line("a"), make(js(THROW)) if good else make(good), shown()), steps if name != "RunTask" else []),
    }
    for cell, (root, given) in cells.items():
        put(cell, root, given)
        if name == "Kidm":
            publish(cell, USABLE if not cell.endswith("fails") else {**USABLE, "root": sequence("kids", line("in the kid"), fault())})
        elif "Workflow" in name:
            publish(cell, KID)

for name, around in CONTAINERS.items():
    put(f"{name}-in-flowchart", flowchart("f", [start(), line("a"), around(line("body")), shown()], "start>a a>x x>b"))
    put(f"{name}-in-sequence", sequence("s", line("a"), around(line("body")), shown()))
    behind_events(name, around(event("in-it")), ["event in-it", *(["event in-it"] if name == "For" else [])])
    put(f"{name}-fails", sequence("s", line("a"), around(fault()), shown()))

for name, type in ENDS.items():
    put(f"{name}-in-flowchart", flowchart("f", [start(), line("a"), activity("x", type), shown()], "start>a a>x x>b"))
    put(f"{name}-in-sequence", sequence("s", line("a"), activity("x", type), shown()))
    put(f"{name}-resumed", sequence("s", event("before"), activity("x", type), event("after"), shown()), ["event before", "event after"])
    put(f"{name}-fails", sequence("s", fork("k", "WaitAll", sequence("l", event("before"), activity("x", type)), sequence("r", event("before2"), fault())), shown()), ["event before2", "event before"])

for name, make in FLOW.items():
    activities, ways = make("true")
    put(f"{name}-in-flowchart", flowchart("f", [start(), line("a"), *activities], f"start>a a>{activities[0]['id']} {ways}"))
    put(f"{name}-resumed", flowchart("f", [start(), event("before"), *activities, event("after"), shown() | {"id": "z", "name": "z"}], f"start>before before>{activities[0]['id']} {ways} b>after after>z"), ["event before", "event after"])
    activities, ways = make(THROW)
    put(f"{name}-fails", flowchart("f", [start(), line("a"), *activities], f"start>a a>{activities[0]['id']} {ways}"))

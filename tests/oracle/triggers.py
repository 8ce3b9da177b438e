"""triggers.py FOLDER: workflows that begin by an event which another publishes."""
import pathlib
import shutil
import sys

from scenario import (activity, choice, decision, event, flowchart, join, js, line, literal, script, sequence, variable, write)

OUT = sys.argv[1]


def publish(id, name, payload=None, correlation=None, local=None):
    more = {}
    if payload is not None:
        more["payload"] = {"typeName": "Object", "expression": js(payload)}
    if correlation is not None:
        more["correlationId"] = {"typeName": "String", "expression": literal(correlation)}
    if local is not None:
        more["isLocalEvent"] = {"typeName": "Boolean", "expression": literal(local)}
    return activity(id, "Elsa.PublishEvent", eventName={"typeName": "String", "expression": literal(name)}, **more)


def trigger(id, name=None, result=None):
    begun = activity(id, "Elsa.Event", eventName={"typeName": "String", "expression": literal(name or id)},
                     **({"result": {"typeName": "Object", "memoryReference": {"id": "v_" + result}}} if result else {}))
    begun["customProperties"]["canStartWorkflow"] = True
    return begun


def put(name, root, *others, steps=()):
    write(OUT, "trigger-" + name, root, variables=[variable("N", "Int32", "0")], steps=steps)
    parts = pathlib.Path(OUT) / f"trigger-{name}.deps"
    shutil.rmtree(parts, ignore_errors=True)
    for number, other in enumerate(others):
        write(parts, f"other{number + 1}", other, variables=[variable("Got"), variable("N", "Int32", "0")])


def shown(id):
    return line(id, js("JSON.stringify(getVariable('Got'))"))


START = activity("start", "Elsa.Start")
# A script in the first workflow: the first one that Elsa runs takes longer than it is waited for.
go = sequence("main", line("before", js("'before'")), publish("tell", "go"), line("after"))

put("chart", go, flowchart("f", [START, line("no"), trigger("go"), line("yes")], "start>no go>yes"))
put("first-of-chart", go, flowchart("f", [trigger("go"), line("yes")], "go>yes"))
put("behind-others-in-chart", go, flowchart("f", [START, line("a"), trigger("go"), line("b")], "start>a a>go go>b"))
put("sequence", go, sequence("s", trigger("go"), line("yes")))
put("second-in-sequence", go, sequence("s", line("a"), trigger("go"), line("b")))
put("alone", go, trigger("go"))
put("after-a-wait", go, sequence("s", event("e"), trigger("go"), line("b")))
put("then-waits", sequence("main", line("before"), publish("tell", "go"), event("e"), publish("tell2", "e"), line("after")),
    sequence("s", trigger("go"), line("a"), event("e"), line("b")), steps=["event e"])
put("payload", sequence("main", publish("tell", "go", "({a: 1, b: ['x']})")), sequence("s", trigger("go", result="Got"), shown("s1")))
put("payload-text", sequence("main", publish("tell", "go", "'told'")), sequence("s", trigger("go", result="Got"), shown("s1")))
put("payload-last-result", sequence("main", publish("tell", "go", "5")), sequence("s", trigger("go"), line("s1", js("getLastResult()"))))
put("correlation", sequence("main", publish("tell", "go", correlation="c-1")), sequence("s", trigger("go"), line("c", js("getCorrelationId()"))))
put("local", sequence("main", publish("tell", "go", local=True), line("after")), sequence("s", trigger("go"), line("yes")))
put("local-not", sequence("main", publish("tell", "go", local=False), line("after")), sequence("s", trigger("go"), line("yes")))
put("other-name", sequence("main", publish("tell", "gone"), line("after")), sequence("s", trigger("go"), line("yes")))
put("not-a-trigger", go, sequence("s", event("go"), line("yes")))
put("two-workflows", go, sequence("s", trigger("go"), line("one")), sequence("s", trigger("go"), line("two")))
put("two-in-one", go, flowchart("f", [trigger("t1", "go"), line("one"), trigger("t2", "go"), line("two")], "t1>one t2>two"))
put("two-names", sequence("main", publish("tell", "b"), publish("tell2", "a")), flowchart("f", [trigger("a"), line("one"), trigger("b"), line("two")], "a>one b>two"))
put("of-itself-awaited", sequence("main", line("before"), event("go"), line("after")), steps=["event go"])
put("by-step", sequence("main", event("go"), line("after")), sequence("s", trigger("go"), line("other")), steps=["event go"])
put("both-wait-and-begin", sequence("main", publish("tell", "go"), event("go"), line("after")), sequence("s", trigger("go"), line("other")))
put("chain", sequence("main", publish("tell", "a"), line("main")), sequence("s", trigger("a"), line("one"), publish("tell", "b"), line("one again")), sequence("s", trigger("b"), line("two")))
put("nested-chart", go, sequence("s", line("a"), flowchart("f", [START, line("no"), trigger("go"), line("yes")], "start>no go>yes"), line("b")))
put("in-branch", go, sequence("s", choice("c", "true", trigger("go"), line("no")), line("b")))
put("joined", go, flowchart("f", [START, trigger("go"), line("a"), line("b"), join("j", "WaitAll"), line("end")], "start>j go>a go>b a>j b>j j>end"))
put("joined-any", go, flowchart("f", [START, trigger("go"), line("a"), line("b"), join("j", "WaitAny"), line("end")], "start>j go>a go>b a>j b>j j>end"))
put("loop", go, flowchart("f", [START, trigger("go"), script("c", "setN(getN() + 1)"), line("a"), decision("d", "getN() < 3"), line("end")], "go>c c>a a>d d.True>c d.False>end"))
put("loop-of-start-only", go, flowchart("f", [START, trigger("go"), line("x"), script("c", "setN(getN() + 1)"), decision("d", "getN() < 3"), line("end")], "start>c start>x x>d go>c c>d d.True>c d.False>end"))
put("waits-then-join", sequence("main", publish("tell", "go"), event("e1"), publish("tellx", "x"), event("e2"), publish("telly", "y")),
    flowchart("f", [START, trigger("go"), event("x"), event("y"), join("j", "WaitAll"), line("end")], "start>j go>x go>y x>j y>j j>end"), steps=["event e1", "event e2"])
put("faults", go, sequence("s", trigger("go"), activity("boom", "Elsa.Fault", message={"typeName": "String", "expression": literal("boom")}), line("no")))
put("started-too", sequence("main", activity("run", "Elsa.ExecuteWorkflow", workflowDefinitionId={"typeName": "String", "expression": literal("other1")}, waitForCompletion={"typeName": "Boolean", "expression": literal(False)}), line("after"), publish("tell", "go")),
    sequence("s", line("a"), trigger("go"), line("b")))
put("correlation-plain", sequence("main", publish("tell", "go", correlation="c-1"), line("after", js("'after'"))), sequence("s", trigger("go"), line("yes")))
put("correlation-shown", sequence("main", publish("tell", "go", correlation="c-1"), line("after", js("'after'"))), sequence("s", trigger("go"), line("c", js("'' + getCorrelationId() + '!'"))))
put("correlation-kept", sequence("main", activity("c", "Elsa.Correlate", correlationId={"typeName": "String", "expression": literal("c-2")}), publish("tell", "go"), line("after", js("'after'"))), sequence("s", trigger("go"), line("c", js("'' + getCorrelationId() + '!'"))))

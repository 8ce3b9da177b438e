"""Writes definitions in Elsa's JSON, as short as a scenario needs them."""
import json
import pathlib

STORED = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"


def expression(kind, value):
    return {"type": kind, "value": value}


def js(script):
    return expression("JavaScript", script)


def literal(value):
    return expression("Literal", value)


def _input(type_name, value):
    return {"typeName": type_name, "expression": js(value) if isinstance(value, str) else value}


def activity(id, type, **properties):
    return {"id": id, "name": id, "type": type, "version": 1, "customProperties": {"canStartWorkflow": False, "runAsynchronously": False}, "metadata": {}, **properties}


def line(id, text=None):
    return activity(id, "Elsa.WriteLine", text=_input("String", literal(id) if text is None else text))


def sequence(id, *activities, variables=()):
    return activity(id, "Elsa.Sequence", activities=list(activities), variables=list(variables))


def flowchart(id, activities, connections, variables=()):
    """Connections as "a>b c.True>d"."""
    return activity(id, "Elsa.Flowchart", activities=list(activities), variables=list(variables), connections=[_connection(c) for c in connections.split()])


def _connection(text):
    source, target = text.split(">")
    name, _, port = source.partition(".")
    return {"source": {"activity": name, "port": port or "Done"}, "target": {"activity": target, "port": "In"}}


def variable(name, type="Object", value=None):
    return {"id": "v_" + name, "name": name, "typeName": type, "isArray": False, "value": value, "storageDriverTypeName": STORED}


def event(id):
    return activity(id, "Elsa.Event", eventName=_input("String", literal(id)))


def decision(id, condition):
    return activity(id, "Elsa.FlowDecision", condition=_input("Boolean", condition))


def join(id, mode):
    return activity(id, "Elsa.FlowJoin", mode=_input("Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", literal(mode)))


def flow_fork(id, *branches):
    return activity(id, "Elsa.FlowFork", branches=_input("String[]", expression("Object", json.dumps(branches))))


def choice(id, condition, then=None, otherwise=None):
    return activity(id, "Elsa.If", condition=_input("Boolean", condition), **({"then": then} if then else {}), **({"else": otherwise} if otherwise else {}))


def switch(id, cases, default=None, mode="MatchFirst"):
    return activity(id, "Elsa.Switch", cases=[{"label": label, "condition": js(condition), "activity": then} for label, condition, then in cases],
                    mode=_input("Elsa.Workflows.Activities.SwitchMode, Elsa.Workflows.Core", literal(mode)), **({"default": default} if default else {}))


def counting(id, start, end, body):
    return activity(id, "Elsa.For", start=_input("Int32", literal(start)), end=_input("Int32", literal(end)), step=_input("Int32", literal(1)), body=body)


def for_each(id, items, body, parallel=False):
    return activity(id, "Elsa.ParallelForEach" if parallel else "Elsa.ForEach", items=_input("Object[]", items), body=body)


def fork(id, mode, *branches):
    return activity(id, "Elsa.Fork", joinMode=mode, branches=list(branches))


def parallel(id, *activities):
    return activity(id, "Elsa.Parallel", activities=list(activities), variables=[])


def script(id, text):
    return activity(id, "Elsa.RunJavaScript", script=_input("String", literal(text)))


def write(folder, name, root, variables=(), steps=()):
    """NAME.json and, where there are steps, NAME.steps."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    definition = {"id": name + "-v1", "definitionId": name, "name": name, "version": 1, "toolVersion": "3.5.3.0", "variables": list(variables), "inputs": [], "outputs": [],
                  "outcomes": [], "customProperties": {}, "isReadonly": False, "isSystem": False, "isLatest": True, "isPublished": False,
                  "options": {"autoUpdateConsumingWorkflows": False}, "root": root}
    (folder / (name + ".json")).write_text(json.dumps(definition, separators=(",", ":"), ensure_ascii=False) + "\n")
    if steps:
        (folder / (name + ".steps")).write_text("\n".join(steps) + "\n")

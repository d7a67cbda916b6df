#!/usr/bin/env python3
"""Writes wsdl/<namespace>.json: the vSphere APIs as data.

The facts come from the type registry of the pyvmomi package: files made of calls such as
CreateDataType(name, wireName, base, version, properties). This script fetches the pinned releases with pip,
runs those files with functions that only record their arguments, and writes down what they were told.
See wsdl/README.md for the format.

    python3 scripts/import_api.py [--cache DIR] [--out DIR] [--release-dir VERSION=DIR ...]

--release-dir takes an already unpacked release in place of a download.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import types
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The release the tables are made from.
BASE_RELEASE = "9.1.1.0"

# The registry dates types, properties and methods, but not the values of an enum. These releases do: a value
# that a release does not have, in an enum that it has, is younger than that release. With the SHA-256 of each archive.
RELEASES = {
    "5.1.0": "7e032d5184073b635010668c98ed6e0bbf712382c240d859f76dd5718694db2e",
    "6.0.0": "bc87e4d38584d0c1ace212486e100d6d70707697e4a427002725fd4f34d45cdc",
    "6.5": "ae02798e38c4c3c3b201dcf4d9524ad45d0f18d290dfa3c78b442652b8dc381f",
    "6.7.0.2018.9": "e4d5d3c23b48180f4b48a188653d6ff78e2773e3dbea0da4d5c41cea9b757ab6",
    "6.7.1": "41c1ac92741f2b483bd0178010ecca20033121e250a1f32fd1d3f68d4aa08b31",
    "6.7.3": "d639d09eb3c7b118bc83b48472c27a4567dcc128dac0ac25ee2c03ed6afbe584",
    "7.0": "4e1802494a6bbc4c3be36afd11f730e4a85094b2074e9d5806a47131cf788232",
    "7.0.1": "028c4dec176d28805be7fc647cfe7f14357324522d6f08860fd34efaa66ec834",
    "7.0.2": "abf64d7c2ea863ad869bcd38dda9054988839da1f07a292d9e866cb643e43b04",
    "7.0.3": "2ab52d940061d25307e4e4867ffea6e8ed597e7263025b0abaacc5b1d652da31",
    "8.0.0.1": "6756f06ce0bb88924e5a7e9be95e0856037fdaf08a5b32c0889b9eb060d7c265",
    "8.0.1.0": "d39e0a177253f110d3476d91ba8879070dd35b1df17d6f9211040c906ad5d126",
    "8.0.2.0.1": "791c4d93252e3c0896fecae8d785f8342b123672e7cae9c5548a639b9bf668ad",
    "8.0.3.0.1": "db795c960159cfa3c81e6af4cf1f46618e61cf0349db1666de75df98a4f29c69",
    "9.0.0.0": "7812642a62b6ce2b439d7e4856d27101ad102734bce41daf77bedfb3e2d9cbf2",
    "9.1.0.0": "f4b024baa7e5179d14f350dd006b788365e4aaadf15850e36024945a114db92b",
    BASE_RELEASE: "76af3cba85573769daf4e6760aace32e7af34e1bbf343895b8c4798b6bc0e2d2",
}

NAMESPACES = ["vim25", "pbm", "vslm", "sms", "eam"]

# Registry files by name, in load order: the layout since 7.0.1, then the one before it. The vSAN ones are not read.
REGISTRY_FILES = [
    ["_typeinfo_core", "_typeinfo_query", "_typeinfo_vim", "_typeinfo_pbm", "_typeinfo_vslm", "_typeinfo_sms",
     "_typeinfo_eam"],
    ["CoreTypes", "QueryTypes", "ServerObjects", "PbmObjects", "SmsObjects", "EamObjects"],
]

# Flags of a property: the registry's, and the ones in the tables.
F_LINK, F_LINKABLE, F_OPTIONAL, F_SECRET = 1, 2, 4, 8
FLAGS = [(F_OPTIONAL, 1), (F_LINK, 2), (F_LINKABLE, 4), (F_SECRET, 8)]
OPTIONAL = 1

PRIMITIVES = {
    "void": "void", "anyType": "anyType", "string": "string", "boolean": "boolean", "bool": "boolean",
    "byte": "byte", "short": "short", "int": "int", "long": "long", "float": "float", "double": "double",
    "vmodl.URI": "anyURI", "vmodl.Binary": "base64Binary", "vmodl.DateTime": "dateTime",
    "vmodl.TypeName": "TypeName", "vmodl.MethodName": "MethodName", "vmodl.PropertyPath": "PropertyPath",
    "vmodl.ManagedObject": "ManagedObject", "vmodl.DataObject": "anyType",
    "vmodl.MethodFault": "MethodFault", "vmodl.RuntimeFault": "RuntimeFault",
}

# Types that the wire has and no registry holds: the roots, and the wrapper in which a fault travels as a value.
# Rows as in the tables, with a wire version id in place of the index.
CORE_DATA = {
    "MethodFault": ["", "2.0", [
        ["faultCause", "LocalizedMethodFault", OPTIONAL, "4.0"],
        ["faultMessage", "LocalizableMessage[]", OPTIONAL, "4.0"],
    ]],
    "RuntimeFault": ["MethodFault", "2.0", []],
    "LocalizedMethodFault": ["DynamicData", "2.0", [
        ["fault", "MethodFault", 0, "2.0"],
        ["localizedMessage", "string", OPTIONAL, "2.0"],
    ]],
}
CORE_MANAGED = {"ManagedObject": ["", "2.0", [], []]}

# The reflection services, by which esxcli is reached. No registry holds them either, and so the privileges are not
# known here.
REFLECT = "5.0"


def _reflect(base, *fields):
    """A data row; a field is 'name:type', with '?' after the name when it is optional."""
    rows = []
    for field in fields:
        name, kind = field.split(":")
        rows.append([name.rstrip("?"), kind, OPTIONAL if name.endswith("?") else 0, REFLECT])
    return [base, REFLECT, rows]


REFLECT_DATA = {
    "DynamicTypeEnumTypeInfo": _reflect(
        "DynamicData", "name:string", "wsdlName:string", "version:string", "value?:string[]",
        "annotation?:DynamicTypeMgrAnnotation[]"),
    "DynamicTypeMgrAllTypeInfo": _reflect(
        "DynamicData", "managedTypeInfo?:DynamicTypeMgrManagedTypeInfo[]", "enumTypeInfo?:DynamicTypeEnumTypeInfo[]",
        "dataTypeInfo?:DynamicTypeMgrDataTypeInfo[]"),
    "DynamicTypeMgrAnnotation": _reflect("DynamicData", "name:string", "parameter?:string[]"),
    "DynamicTypeMgrDataTypeInfo": _reflect(
        "DynamicData", "name:string", "wsdlName:string", "version:string", "base?:string[]",
        "property?:DynamicTypeMgrPropertyTypeInfo[]", "annotation?:DynamicTypeMgrAnnotation[]"),
    "DynamicTypeMgrFilterSpec": _reflect("DynamicData"),
    "DynamicTypeMgrManagedTypeInfo": _reflect(
        "DynamicData", "name:string", "wsdlName:string", "version:string", "base?:string[]",
        "property?:DynamicTypeMgrPropertyTypeInfo[]", "method?:DynamicTypeMgrMethodTypeInfo[]",
        "annotation?:DynamicTypeMgrAnnotation[]"),
    "DynamicTypeMgrMethodTypeInfo": _reflect(
        "DynamicData", "name:string", "wsdlName:string", "version:string",
        "paramTypeInfo?:DynamicTypeMgrParamTypeInfo[]", "returnTypeInfo?:DynamicTypeMgrParamTypeInfo",
        "fault?:string[]", "privId?:string", "annotation?:DynamicTypeMgrAnnotation[]"),
    "DynamicTypeMgrMoFilterSpec": _reflect("DynamicTypeMgrFilterSpec", "id?:string", "typeSubstr?:string"),
    "DynamicTypeMgrMoInstance": _reflect("DynamicData", "id:string", "moType:string"),
    "DynamicTypeMgrParamTypeInfo": _reflect(
        "DynamicData", "name:string", "version:string", "type:string", "privId?:string",
        "annotation?:DynamicTypeMgrAnnotation[]"),
    "DynamicTypeMgrPropertyTypeInfo": _reflect(
        "DynamicData", "name:string", "version:string", "type:string", "privId?:string", "msgIdFormat?:string",
        "annotation?:DynamicTypeMgrAnnotation[]"),
    "DynamicTypeMgrTypeFilterSpec": _reflect("DynamicTypeMgrFilterSpec", "typeSubstr?:string"),
    "ReflectManagedMethodExecuterSoapArgument": _reflect("DynamicData", "name:string", "val:string"),
    "ReflectManagedMethodExecuterSoapFault": _reflect("DynamicData", "faultMsg:string", "faultDetail?:string"),
    "ReflectManagedMethodExecuterSoapResult": _reflect(
        "DynamicData", "response?:string", "fault?:ReflectManagedMethodExecuterSoapFault"),
}


def _reflect_method(name, result, flags, *params):
    rows = [row + [None] for row in _reflect("", *params)[2]]
    return [name, REFLECT, rows, [result, flags, None], None, []]


REFLECT_MANAGED = {
    "InternalDynamicTypeManager": ["ManagedObject", REFLECT, [], [
        _reflect_method("DynamicTypeMgrQueryMoInstances", "DynamicTypeMgrMoInstance[]", OPTIONAL,
                        "filterSpec?:DynamicTypeMgrFilterSpec"),
        _reflect_method("DynamicTypeMgrQueryTypeInfo", "DynamicTypeMgrAllTypeInfo", 0,
                        "filterSpec?:DynamicTypeMgrFilterSpec"),
    ]],
    "ReflectManagedMethodExecuter": ["ManagedObject", REFLECT, [], [
        _reflect_method("ExecuteSoap", "ReflectManagedMethodExecuterSoapResult", OPTIONAL, "moid:string",
                        "version:string", "method:string", "argument?:ReflectManagedMethodExecuterSoapArgument[]"),
        _reflect_method("FetchSoap", "ReflectManagedMethodExecuterSoapResult", OPTIONAL, "moid:string",
                        "version:string", "prop:string"),
    ]],
}
# Methods that lead to them from a type the registry does hold.
REFLECT_METHODS = {
    "HostSystem": [
        _reflect_method("RetrieveDynamicTypeManager", "InternalDynamicTypeManager", OPTIONAL),
        _reflect_method("RetrieveManagedMethodExecuter", "ReflectManagedMethodExecuter", OPTIONAL),
    ],
}

# What clients in wide use call of VirtualDiskManager in the internal namespace, as these clients know it.
INTERNAL_DATA = {
    "VirtualDiskInfo": _reflect("DynamicData", "unit:VirtualDiskInfoUnit", "diskType:string", "parent?:string"),
    "VirtualDiskInfoUnit": _reflect("DynamicData", "name:string", "datacenter?:Datacenter"),
}


def _internal_task(name, result, *params):
    return _reflect_method(name, "Task", 0, *params)[:3] + [["Task", 0, result], None, []]


INTERNAL_METHODS = {
    "VirtualDiskManager": [
        _internal_task("QueryVirtualDiskInfo_Task", "VirtualDiskInfo[]", "name:string", "datacenter?:Datacenter",
                       "includeParents:boolean"),
        _internal_task("CreateChildDisk_Task", "string", "childName:string", "childDatacenter?:Datacenter",
                       "parentName:string", "parentDatacenter?:Datacenter", "isLinkedClone:boolean"),
    ],
}


class Registry:
    """What one release's registry files say."""

    def __init__(self, package):
        self.versions = {}  # internal version -> (namespace, wire id)
        self.ancestors = {}  # internal version -> its ancestors, itself among them
        self.data, self.enums, self.managed = {}, {}, {}  # registry name -> the call's arguments
        stub = types.ModuleType("VmomiSupport")
        stub.F_LINK, stub.F_LINKABLE, stub.F_OPTIONAL, stub.F_SECRET = F_LINK, F_LINKABLE, F_OPTIONAL, F_SECRET
        stub.AddVersion = self._add_version
        stub.AddVersionParent = lambda version, parent: self.ancestors.setdefault(version, set()).add(parent)
        stub.CreateDataType = lambda *row: self.data.setdefault(row[0], row)
        stub.CreateEnumType = lambda *row: self.enums.setdefault(row[0], row)
        stub.CreateManagedType = lambda *row: self.managed.setdefault(row[0], row)
        stub.__getattr__ = lambda name: _Ignored()
        read = 0
        for layout in REGISTRY_FILES:
            for name in layout:
                file = package / f"{name}.py"
                if file.exists():
                    self._run(file, stub)
                    read += 1
        if not read:
            raise SystemExit(f"no registry file in {package}")

    @staticmethod
    def _run(file, stub):
        names = ["registry", "registry.VmomiSupport", "VmomiSupport", "pyVmomi", "pyVmomi.VmomiSupport"]
        saved = {name: sys.modules.get(name) for name in names}
        parent = types.ModuleType("registry")
        parent.__path__ = []
        parent.VmomiSupport = stub
        sys.modules.update({name: stub if name.endswith("VmomiSupport") else parent for name in names})
        try:
            scope = {"__name__": "registry.types", "__package__": "registry"}
            exec(compile(file.read_text(encoding="utf-8"), file.name, "exec"), scope)
        finally:
            for name, module in saved.items():
                if module is None:
                    del sys.modules[name]
                else:
                    sys.modules[name] = module

    def _add_version(self, version, namespace, wire_id="", legacy=0, service="", *_):
        self.versions.setdefault(version, (service or namespace, wire_id))
        self.ancestors.setdefault(version, set()).add(version)

    def wire_versions(self, namespace):
        """Internal names of the namespace's versions that have a wire id, oldest first."""
        named = {v for v, (ns, wire_id) in self.versions.items() if ns == namespace and wire_id}
        own = sorted(named, key=lambda v: (len(self.ancestors[v] & named), v))
        for older, newer in zip(own, own[1:]):
            if older not in self.ancestors[newer]:
                raise SystemExit(f"{namespace}: {older} and {newer} are not in one line")
        return own

    def namespace_of(self, version):
        return self.versions[version][0]


class _Ignored:
    """Stands for whatever else a registry file imports."""

    def __call__(self, *args, **kwargs):
        return None

    def __getattr__(self, name):
        return self


class Table:
    """One namespace of a registry, with wire names and indexes into its list of wire versions."""

    def __init__(self, registry, namespace):
        self.registry = registry
        self.namespace = namespace
        self.line = registry.wire_versions(namespace)
        self.versions = [registry.versions[v][1] for v in self.line]
        self._index = {}
        self.rows = [
            {name: row for name, row in kind.items() if registry.namespace_of(row[at]) == namespace}
            for kind, at in ((registry.data, 3), (registry.enums, 2), (registry.managed, 3))
        ]
        self.own = {row[1] for kind in self.rows for row in kind.values()}

    def index(self, version):
        """The earliest wire version of this namespace that is `version` or descends from it."""
        if version not in self._index:
            for i, own in enumerate(self.line):
                if version in self.registry.ancestors[own]:
                    self._index[version] = i
                    break
            else:
                raise SystemExit(f"{self.namespace}: no wire version has {version}")
        return self._index[version]

    def type(self, name):
        item, brackets = (name[:-2], "[]") if name.endswith("[]") else (name, "")
        if item in PRIMITIVES:
            return PRIMITIVES[item] + brackets
        for kind, at in ((self.registry.data, 3), (self.registry.enums, 2), (self.registry.managed, 3)):
            if item in kind:
                row = kind[item]
                namespace = self.registry.namespace_of(row[at])
                if namespace not in (self.namespace, "vim25") or (namespace != self.namespace and row[1] in self.own):
                    raise SystemExit(f"{self.namespace}: {row[1]} of {namespace} cannot be told by its name alone")
                return row[1] + brackets
        raise SystemExit(f"{self.namespace}: unknown type {name}")

    def value_type(self, name):
        """The type of a property, parameter or result: there a fault travels in its wrapper."""
        wire = self.type(name)
        return wire.replace("MethodFault", "LocalizedMethodFault") if wire in ("MethodFault", "MethodFault[]") else wire

    def property(self, row, privilege=False):
        name, kind, version, flags = row[:4]
        # A link is the key of a data object, not the object.
        wire = ("string[]" if kind.endswith("[]") else "string") if flags & F_LINK else self.value_type(kind)
        out = [name, wire, sum(ours for theirs, ours in FLAGS if flags & theirs), self.index(version)]
        if privilege and row[4]:
            out.append(row[4])
        return out

    def method(self, row):
        _, wire, version, params, (flags, result, method_result), privilege, faults = row
        task = self.value_type(method_result) if method_result != result else None
        return [
            wire,
            self.index(version),
            [self.property(p) + [p[4] or None] for p in params or ()],
            [self.value_type(result), sum(ours for theirs, ours in FLAGS if flags & theirs), task],
            privilege or None,
            [self.type(f) for f in faults or ()],
        ]

    def build(self, dates):
        data, enums, managed = self.rows
        out_data = {
            wire: [self.base(base), self.index(version), [self.property(p) for p in props or ()]]
            for _, wire, base, version, props, *_ in data.values()
        }
        out_managed = {
            wire: [
                self.base(base), self.index(version), [self.property(p, True) for p in props or ()],
                [self.method(m) for m in methods or ()],
            ]
            for _, wire, base, version, props, methods, *_ in managed.values()
        }
        out_enums = {}
        for name, wire, version, values, *_ in enums.values():
            own = self.index(version)
            dated = [(value, max(own, dates.get((name, value), own))) for value in values]
            out_enums[wire] = [own, [value if at == own else [value, at] for value, at in dated]]
        if self.namespace == "vim25":
            for extra in (CORE_DATA, REFLECT_DATA, INTERNAL_DATA):
                self.add(out_data, extra)
            for extra in (CORE_MANAGED, REFLECT_MANAGED):
                self.add(out_managed, extra)
            for name, methods in (*REFLECT_METHODS.items(), *INTERNAL_METHODS.items()):
                out_managed[name][3].extend(self.dated(methods))
        return {
            "namespace": f"urn:{self.namespace}", "source": f"pyvmomi {BASE_RELEASE}", "versions": self.versions,
            "data": out_data, "enums": out_enums, "managed": out_managed,
        }

    @staticmethod
    def is_root(base):
        return base in (None, "vmodl.DataObject")

    def base(self, name):
        return "" if self.is_root(name) else self.type(name)

    def dated(self, rows):
        """Rows written by hand: a wire version id, which always stands after a type or name, becomes its index."""
        if isinstance(rows, list) and rows:
            return [
                self.versions.index(item) if isinstance(item, str) and item in self.versions else self.dated(item)
                for item in rows
            ]
        return rows

    def add(self, rows, extra):
        for name, row in extra.items():
            if name in rows:
                raise SystemExit(f"{self.namespace}: the registry holds {name} now; drop the hand-written one")
            rows[name] = self.dated(row)


def date_values(registries, namespace, base):
    """(enum, value) -> index of the version that brought the value, for those a release lacks."""
    dates = {}
    seen = set()  # enums that an older release has
    had = set()  # (enum, value) of older releases
    for registry in registries:
        newest = max((i for i, version in enumerate(base.line) if version in registry.versions), default=None)
        if newest is None:
            continue
        now = {row[0]: row[3] for row in registry.enums.values() if registry.namespace_of(row[2]) == namespace}
        for name, values in now.items():
            for value in values:
                if name in seen and (name, value) not in had:
                    dates.setdefault((name, value), newest)
        for name, values in now.items():
            seen.add(name)
            had.update((name, value) for value in values)
    return dates


def fetch(version, cache):
    """Downloads and unpacks a release; returns the directory of its package."""
    target = cache / version
    marker = target / ".complete"
    if not marker.exists():
        archives = cache / "archives" / version
        archives.mkdir(parents=True, exist_ok=True)
        if not any(archives.iterdir()):
            subprocess.run(
                [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--disable-pip-version-check",
                 "--dest", str(archives), f"pyvmomi=={version}"], check=True)
        (archive,) = archives.iterdir()
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        if digest != RELEASES[version]:
            raise SystemExit(f"{archive.name}: SHA-256 is {digest}, expected {RELEASES[version]}")
        target.mkdir(parents=True, exist_ok=True)
        if archive.suffix in (".whl", ".zip"):
            with zipfile.ZipFile(archive) as z:
                z.extractall(target)
        else:
            with tarfile.open(archive) as t:
                t.extractall(target, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
        marker.touch()
    return package_in(target)


def package_in(directory):
    found = [p for p in Path(directory).rglob("pyVmomi") if (p / "VmomiSupport.py").exists()]
    if len(found) != 1:
        raise SystemExit(f"expected one pyVmomi package in {directory}, found {len(found)}")
    return found[0]


def dump(table):
    """JSON with one line per type, so that a diff reads well."""
    def line(value):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    parts = [f"{line(key)}:{line(table[key])}" for key in ("namespace", "source", "versions")]
    for key in ("data", "enums", "managed"):
        rows = ",\n".join(f"{line(name)}:{line(table[key][name])}" for name in sorted(table[key]))
        parts.append(f"{line(key)}:{{\n{rows}\n}}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def check(tables):
    """Every name a table mentions must be in it or in vim25, once."""
    vim = tables["vim25"]
    scalars = set(PRIMITIVES.values()) - {"ManagedObject", "MethodFault", "RuntimeFault"}
    for namespace, table in tables.items():
        kinds = [table["data"], table["enums"], table["managed"]]
        own = [name for kind in kinds for name in kind]
        if len(own) != len(set(own)):
            raise SystemExit(f"{namespace}: a name is used twice")
        known = set(own) | scalars | (set() if table is vim else {n for k in ("data", "enums", "managed") for n in vim[k]})

        def need(owner, name):
            if name and name.removesuffix("[]") not in known:
                raise SystemExit(f"{namespace}: {owner} mentions {name}, which is in no table")

        for name, (base, _, props, *methods) in [*table["data"].items(), *table["managed"].items()]:
            need(name, base)
            for row in props:
                need(name, row[1])
            for method in methods[0] if methods else ():
                for row in method[2]:
                    need(name, row[1])
                for mentioned in (method[3][0], method[3][2], *method[5]):
                    need(name, mentioned)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "pyvmomi")
    parser.add_argument("--out", type=Path, default=ROOT / "wsdl")
    parser.add_argument("--release-dir", action="append", default=[], metavar="VERSION=DIR")
    args = parser.parse_args()
    given = dict(item.split("=", 1) for item in args.release_dir)

    registries = []
    for version in RELEASES:
        package = package_in(given[version]) if version in given else fetch(version, args.cache)
        registries.append(Registry(package))
    newest = registries[-1]

    tables = {}
    for namespace in NAMESPACES:
        table = Table(newest, namespace)
        tables[namespace] = table.build(date_values(registries, namespace, table))
    check(tables)
    args.out.mkdir(parents=True, exist_ok=True)
    for namespace, table in tables.items():
        (args.out / f"{namespace}.json").write_text(dump(table), encoding="utf-8")
        methods = sum(len(row[3]) for row in table["managed"].values())
        younger = sum(isinstance(v, list) for row in table["enums"].values() for v in row[1])
        print(f"{namespace}: {len(table['versions'])} versions, {len(table['data'])} data types, "
              f"{len(table['enums'])} enums ({younger} values dated), {len(table['managed'])} managed types, "
              f"{methods} methods")


if __name__ == "__main__":
    main()

/** GuestWindowsRegistryManager: keys and values of a Windows guest's registry. Other guests have none. */
import { formatTime } from '../../kernel/time.ts';
import type { GuestRegKeyNameSpec, GuestRegKeyRecordSpec, GuestRegValueSpec } from '../../vim25/generated/index.ts';
import { VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import type { MethodsOf } from '../managed-object.ts';
import { isWindows } from './awake.ts';
import { namePattern } from './name-pattern.ts';
import type { RegistryKey } from './system.ts';
import { GuestVisit } from './visit.ts';

type Keys = Readonly<Record<string, RegistryKey>>;

const ROOTS: Readonly<Record<string, string>> = {
  HKCR: 'HKEY_CLASSES_ROOT',
  HKCU: 'HKEY_CURRENT_USER',
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKU: 'HKEY_USERS',
  HKCC: 'HKEY_CURRENT_CONFIG',
};
const ALWAYS = new Set(Object.values(ROOTS).flatMap((root) => [root, `${root}\\SOFTWARE`, `${root}\\SYSTEM`]));

/** Error numbers of Windows, as the faults carry them. */
const NOT_FOUND = 2;
const EXISTS = 183;
const HAS_SUBKEYS = 5;

class RegistryVisit extends GuestVisit {
  constructor(call: Call, vm: never, auth: object) {
    super(call, vm, auth);
    if (!isWindows(this.machine)) throw new VimFault('OperationNotSupportedByGuest');
  }

  get keys(): Keys {
    return this.machine.guestSystem?.registry ?? {};
  }

  /** The key's full path, roots by their long names. */
  path({ registryPath }: GuestRegKeyNameSpec): string {
    const [root = '', ...rest] = registryPath.split('\\').filter((part) => part !== '');
    const long = ROOTS[root.toUpperCase()] ?? root.toUpperCase();
    if (!Object.values(ROOTS).includes(long)) throw fault('GuestRegistryKeyInvalid', NOT_FOUND, registryPath);
    return [long, ...rest].join('\\');
  }

  /** Throws GuestRegistryKeyInvalid for a key that is not there. */
  found(name: GuestRegKeyNameSpec): RegistryKey {
    const path = this.path(name);
    const key = this.keys[path.toLowerCase()];
    if (key) return key;
    if (!ALWAYS.has(path)) throw fault('GuestRegistryKeyInvalid', NOT_FOUND, name.registryPath);
    return { path, classType: '', volatile: false, written: this.machine.power.bootTime ?? 0, values: {} };
  }

  put(key: RegistryKey): void {
    const registry = { ...this.keys, [key.path.toLowerCase()]: Object.freeze({ ...key, written: this.now }) };
    this.change({ registry: Object.freeze(registry) });
  }
}

function fault(type: string, windowsSystemErrorCode: number, keyName: string, more: object = {}): VimFault {
  return new VimFault(type, { windowsSystemErrorCode, keyName, ...more });
}

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('\\'));

function below(keys: Keys, path: string, deep: boolean): RegistryKey[] {
  const start = `${path}\\`.toLowerCase();
  const all = Object.values(keys).filter((k) => k.path.toLowerCase().startsWith(start));
  return deep ? all : all.filter((k) => !k.path.slice(start.length).includes('\\'));
}

function keyRecord(key: RegistryKey, wowBitness: string): GuestRegKeyRecordSpec {
  const keyName = { _typeName: 'GuestRegKeyNameSpec', registryPath: key.path, wowBitness } as const;
  const spec = {
    _typeName: 'GuestRegKeySpec',
    keyName,
    classType: key.classType,
    lastWritten: formatTime(key.written),
  };
  return { _typeName: 'GuestRegKeyRecordSpec', key: spec } as GuestRegKeyRecordSpec;
}

const enter = (call: Call, args: { readonly vm: unknown; readonly auth: object }) =>
  new RegistryVisit(call, args.vm as never, args.auth);

export const registryMethods: MethodsOf<'GuestWindowsRegistryManager', Facets> = {
  CreateRegistryKeyInGuest(call, _self, args) {
    const visit = enter(call, args);
    const path = visit.path(args.keyName);
    const { registryPath } = args.keyName;
    if (visit.keys[path.toLowerCase()] || ALWAYS.has(path))
      throw fault('GuestRegistryKeyAlreadyExists', EXISTS, registryPath);
    const parent = visit.found({ ...args.keyName, registryPath: parentOf(path) });
    if (parent.volatile && !args.isVolatile) throw fault('GuestRegistryKeyParentVolatile', 1_021, registryPath);
    visit.put({ path, classType: args.classType ?? '', volatile: args.isVolatile, written: 0, values: {} });
  },
  ListRegistryKeysInGuest(call, _self, args) {
    const visit = enter(call, args);
    const matches = namePattern(args.matchPattern, 'i');
    const under = below(visit.keys, visit.found(args.keyName).path, args.recursive);
    const named = under.filter((k) => matches(k.path.slice(k.path.lastIndexOf('\\') + 1)));
    return named.map((k) => keyRecord(k, args.keyName.wowBitness));
  },
  DeleteRegistryKeyInGuest(call, _self, args) {
    const visit = enter(call, args);
    const { path } = visit.found(args.keyName);
    const under = below(visit.keys, path, true);
    if (ALWAYS.has(path) || (under.length > 0 && !args.recursive)) {
      throw fault('GuestRegistryKeyHasSubkeys', HAS_SUBKEYS, args.keyName.registryPath);
    }
    const gone = new Set([path, ...under.map((k) => k.path)].map((p) => p.toLowerCase()));
    visit.change({
      registry: Object.freeze(Object.fromEntries(Object.entries(visit.keys).filter(([k]) => !gone.has(k)))),
    });
  },
  SetRegistryValueInGuest(call, _self, args) {
    const visit = enter(call, args);
    const { name, data } = args.value;
    const key = visit.found(name.keyName);
    visit.put({ ...key, values: { ...key.values, [name.name.toLowerCase()]: { name: name.name, data } } });
  },
  ListRegistryValuesInGuest(call, _self, args): GuestRegValueSpec[] {
    const visit = enter(call, args);
    const matches = namePattern(args.matchPattern, 'i');
    const values = Object.values(visit.found(args.keyName).values).filter((v) => matches(v.name));
    return values.map(
      ({ name, data }) =>
        ({
          _typeName: 'GuestRegValueSpec',
          name: { _typeName: 'GuestRegValueNameSpec', keyName: args.keyName, name },
          data,
        }) as GuestRegValueSpec,
    );
  },
  DeleteRegistryValueInGuest(call, _self, args) {
    const visit = enter(call, args);
    const { keyName, name } = args.valueName;
    const key = visit.found(keyName);
    const { [name.toLowerCase()]: gone, ...values } = key.values;
    if (!gone) throw fault('GuestRegistryValueNotFound', NOT_FOUND, keyName.registryPath, { valueName: name });
    visit.put({ ...key, values });
  },
};

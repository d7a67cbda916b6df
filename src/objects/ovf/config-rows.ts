/** `vmw:Config` and `vmw:ExtraConfig` rows of a descriptor, as parts of a ConfigSpec, and back. */
import type { OvfHardware } from '../../formats/ovf/envelope.ts';

type Kind = 'boolean' | 'number' | 'text';

/** Keys that are understood, by where in a ConfigSpec they stand. */
const ROWS: Readonly<Record<string, Kind>> = {
  cpuHotAddEnabled: 'boolean',
  cpuHotRemoveEnabled: 'boolean',
  memoryHotAddEnabled: 'boolean',
  firmware: 'text',
  nestedHVEnabled: 'boolean',
  virtualICH7MPresent: 'boolean',
  virtualSMCPresent: 'boolean',
  simultaneousThreads: 'number',
  'bootOptions.efiSecureBootEnabled': 'boolean',
  'flags.vbsEnabled': 'boolean',
  'flags.vvtdEnabled': 'boolean',
  'flags.virtualMmuUsage': 'text',
  'powerOpInfo.powerOffType': 'text',
  'powerOpInfo.resetType': 'text',
  'powerOpInfo.suspendType': 'text',
  'powerOpInfo.standbyAction': 'text',
  'tools.afterPowerOn': 'boolean',
  'tools.afterResume': 'boolean',
  'tools.beforeGuestShutdown': 'boolean',
  'tools.beforeGuestStandby': 'boolean',
  'tools.syncTimeWithHost': 'boolean',
  'tools.toolsUpgradePolicy': 'text',
};

/** Objects of a ConfigSpec by the first part of a key. */
const PARTS: Readonly<Record<string, string>> = {
  bootOptions: 'bootOptions',
  flags: 'flags',
  powerOpInfo: 'powerOpInfo',
  tools: 'tools',
};

export function configRows({ config, extraConfig }: OvfHardware): object {
  const spec: Record<string, unknown> = {};
  for (const [key, text] of config) {
    const kind = Object.hasOwn(ROWS, key) ? ROWS[key] : undefined;
    const value = kind && parsed(kind, text);
    if (value === undefined) continue;
    const [part, name] = key.split('.') as [string, string | undefined];
    if (name === undefined) spec[part] = value;
    else spec[PARTS[part]!] = { ...(spec[PARTS[part]!] as object | undefined), [name]: value };
  }
  // The nvram is a file of the package, and no setting.
  const extra = [...extraConfig].filter(([key, value]) => key !== 'nvram' || !value.startsWith('ovf:/'));
  if (extra.length > 0) spec['extraConfig'] = extra.map(([key, value]) => ({ _typeName: 'OptionValue', key, value }));
  return spec;
}

function parsed(kind: Kind, text: string): unknown {
  if (kind === 'text') return text === '' ? undefined : text;
  if (kind === 'boolean') return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The rows that say what a configuration says, in the order of the keys. */
export function rowsOf(config: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.keys(ROWS).flatMap((key): [string, string][] => {
    const [part, name] = key.split('.') as [string, string | undefined];
    const holder = name === undefined ? config : (config[SAID[part] ?? part] as Record<string, unknown> | undefined);
    const value = holder?.[name ?? part];
    return value === undefined || value === '' ? [] : [[key, String(value)]];
  });
}

/** Where a ConfigInfo has another name than a ConfigSpec. */
const SAID: Readonly<Record<string, string>> = { powerOpInfo: 'defaultPowerOps' };

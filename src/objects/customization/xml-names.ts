/**
 * The names that vCenter's export of a specification has for types: those of its own code, not those of the wire.
 * Types that follow the rule `CustomizationX` -> `vim.vm.customization.X` are not listed.
 */
const PREFIX = 'Customization';
const PACKAGE = 'vim.vm.customization.';

const ODD: readonly (readonly [wire: string, exported: string])[] = [
  ['CustomizationSpecItem', 'vim.CustomizationSpecItem'],
  ['CustomizationSpecInfo', 'vim.CustomizationSpecInfo'],
  ['CustomizationSpec', `${PACKAGE}Specification`],
  ['CustomizationName', `${PACKAGE}NameGenerator`],
  ['CustomizationCustomName', `${PACKAGE}CustomNameGenerator`],
  ['CustomizationPrefixName', `${PACKAGE}PrefixNameGenerator`],
  ['CustomizationUnknownName', `${PACKAGE}UnknownNameGenerator`],
  ['CustomizationVirtualMachineName', `${PACKAGE}VirtualMachineNameGenerator`],
  ['CustomizationIPSettingsIpV6AddressSpec', `${PACKAGE}IPSettings.IpV6AddressSpec`],
  ['OptionValue', 'vim.option.OptionValue'],
];

const EXPORTED: ReadonlyMap<string, string> = new Map(ODD);
const WIRE: ReadonlyMap<string, string> = new Map(ODD.map(([wire, exported]) => [exported, wire]));

/** `CustomizationLinuxPrep` -> `vim.vm.customization.LinuxPrep`; a type of another family keeps its name. */
export function exportedName(wire: string): string {
  const odd = EXPORTED.get(wire);
  if (odd !== undefined) return odd;
  return wire.startsWith(PREFIX) ? PACKAGE + wire.slice(PREFIX.length) : wire;
}

export function wireName(exported: string): string {
  const odd = WIRE.get(exported);
  if (odd !== undefined) return odd;
  return exported.startsWith(PACKAGE) ? PREFIX + exported.slice(PACKAGE.length) : exported;
}

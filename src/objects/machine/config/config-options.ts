/** `extraConfig`: options added, changed, and removed by an empty value. */
import type { OptionValue } from '../../../vim25/generated/index.ts';
import type { Config } from '../machine.ts';

/** What has a property of its own in a ConfigSpec: an option that would say otherwise is passed over in silence. */
const OTHERWISE_SAID: readonly RegExp[] = [
  /^(annotation|config\.version|displayname|firmware|guestos|memsize|numvcpus|virtualhw\.version)$/,
  /^(cpuid\.corespersocket|mem\.hotadd|vcpu\.hotadd|vcpu\.hotremove|uuid\.(bios|location)|vc\.uuid)$/,
  /^sched\.(cpu|mem)\.(min|max|shares|units|affinity)$/,
  /^(ide|nvme|sata|scsi)\d+:\d+\.(devicetype|filename|mode|present)$/,
  /^ethernet\d+\.(address|addresstype|generatedaddress|networkname|present|virtualdev)$/,
];

/** The options after the spec. A key is the same key in whatever case it is written; the first spelling stays. */
export function optionsAfter(before: Config['extra'], given: readonly OptionValue[] | undefined): Config['extra'] {
  if (!given || given.length === 0) return before;
  const byKey = new Map((before ?? []).map((o) => [o.key.toLowerCase(), o]));
  for (const { key, value } of given) {
    const id = key.toLowerCase();
    if (OTHERWISE_SAID.some((said) => said.test(id))) continue;
    if (value === undefined || value === '') byKey.delete(id);
    else byKey.set(id, Object.freeze({ _typeName: 'OptionValue', key: byKey.get(id)?.key ?? key, value: text(value) }));
  }
  return byKey.size === 0 ? undefined : Object.freeze([...byKey.values()]);
}

/** A .vmx holds text and nothing else, so that is what comes back. */
function text(value: unknown): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** Whether an option is switched on. */
export function isOn(extra: Config['extra'], key: string): boolean {
  const option = extra?.find((o) => o.key.toLowerCase() === key.toLowerCase());
  return /^(true|1|yes|on)$/i.test(String(option?.value ?? ''));
}

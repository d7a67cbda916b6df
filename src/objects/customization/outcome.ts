/** What a specification gives a guest, or why it cannot: everything about it that can be said before the guest runs. */
import type {
  CustomizationCloudinitPrep,
  CustomizationIdentitySettings,
  CustomizationLinuxPrep,
  CustomizationSpec,
  CustomizationSysprep,
  CustomizationSysprepText,
} from '../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { isCard } from '../machine/device/device.ts';
import type { Customized, Customizing, Machine } from '../machine/machine.ts';
import type { Site } from '../site.ts';
import { isAddress } from './addresses.ts';
import { cardSetting } from './card-settings.ts';
import { cloudSettings, isMetadata } from './cloud-metadata.ts';
import { computerName, type NameQuestion } from './computer-name.ts';
import { type System, systemOf } from './guest-system.ts';
import { guardPasswords } from './passwords.ts';

export type Subject = Pick<Machine, 'name' | 'config' | 'devices'>;

/** Longest script, and longest metadata, in bytes. */
const SCRIPT = 1_500;
const METADATA = 524_288;

const PREPS: Readonly<Record<string, readonly [Customizing['identity'], System | undefined]>> = {
  CustomizationLinuxPrep: ['linux', 'linux'],
  CustomizationSysprep: ['sysprep', 'windows'],
  CustomizationSysprepText: ['sysprep', 'windows'],
  CustomizationCloudinitPrep: ['cloudinit', undefined],
};

export interface Outcome {
  readonly identity: Customizing['identity'];
  readonly customized: Customized;
  /** A CustomizationFailedReasonCode the guest will fail with. */
  readonly flaw?: string | undefined;
}

/**
 * `number` gives numbers to names that want one. Throws UncustomizableGuest, NicSettingMismatch, CannotDecryptPasswords,
 * IpHostnameGeneratorError, or InvalidArgument naming what cannot be.
 */
export function outcomeOf(site: Site, machine: Subject, spec: CustomizationSpec, number: () => number): Outcome {
  const { guestId } = machine.config;
  const system = systemOf(guestId);
  const [identity, wants] = PREPS[spec.identity._typeName ?? ''] ?? [];
  if (system === undefined) throw uncustomizable(guestId);
  if (identity === undefined) throw invalidArgument('spec.identity');
  if (wants !== undefined && wants !== system) throw uncustomizable(guestId);
  guardPasswords(site, spec);
  guardCards(machine, spec, identity);
  const { globalIPSettings: global, options } = spec;
  if (!(global?.dnsServerList ?? []).every(isAddress)) throw invalidArgument('spec.globalIPSettings.dnsServerList');
  const keepsSid = (options as { readonly changeSID?: boolean } | undefined)?.changeSID === false;
  if (options?._typeName === 'CustomizationWinOptions' && keepsSid) throw invalidArgument('spec.options.changeSID');
  const nics = (spec.nicSettingMap ?? []).map(cardSetting);
  const named = nameOf({ system, machine: machine.name, number }, spec.identity);
  const metadata = identity === 'cloudinit' ? (spec.identity as CustomizationCloudinitPrep).metadata : undefined;
  const cloud = metadata === undefined ? {} : cloudSettings(metadata);
  return {
    identity,
    customized: Object.freeze({ ...servers(spec, system), nics, ...named, ...cloud }),
    flaw: metadata === undefined || isMetadata(metadata) ? undefined : 'wrongMetadataFormat',
  };
}

export function uncustomizable(guestId: string): VimFault {
  return new VimFault('UncustomizableGuest', { uncustomizableGuestOS: guestId });
}

function guardCards({ devices }: Subject, { nicSettingMap = [] }: CustomizationSpec, identity: string): void {
  const numberOfNicsInVM = devices.filter(isCard).length;
  const numberOfNicsInSpec = nicSettingMap.length;
  // Cloud-init brings its settings of the network in its own metadata.
  if (identity === 'cloudinit' && numberOfNicsInSpec === 0) return;
  if (numberOfNicsInSpec !== numberOfNicsInVM) {
    throw new VimFault('NicSettingMismatch', { numberOfNicsInSpec, numberOfNicsInVM });
  }
}

/** Linux has its DNS servers from the global settings, Windows from those of each card too. */
function servers(spec: CustomizationSpec, system: System): Pick<Customized, 'dnsServers' | 'dnsSuffixes'> {
  const { dnsServerList = [], dnsSuffixList = [] } = spec.globalIPSettings ?? {};
  const perCard = system === 'windows' ? (spec.nicSettingMap ?? []).flatMap((n) => n.adapter.dnsServerList ?? []) : [];
  const all = [...new Set([...dnsServerList, ...perCard])];
  return {
    dnsServers: all.length > 0 ? Object.freeze(all) : undefined,
    dnsSuffixes: dnsSuffixList.length > 0 ? Object.freeze([...dnsSuffixList]) : undefined,
  };
}

type Names = Pick<Customized, 'hostName' | 'domain'>;

function nameOf(
  question: Pick<NameQuestion, 'system' | 'machine' | 'number'>,
  identity: CustomizationIdentitySettings,
): Names {
  switch (identity._typeName) {
    case 'CustomizationLinuxPrep': {
      const { hostName, domain, scriptText } = identity as CustomizationLinuxPrep;
      if (!/^[\w.-]*$/.test(domain)) throw invalidArgument('spec.identity.domain');
      guardScript(scriptText);
      const path = 'spec.identity.hostName';
      return { hostName: computerName({ ...question, generator: hostName, path }), domain: domain || undefined };
    }
    case 'CustomizationSysprep': {
      const { userData, identification, scriptText } = identity as CustomizationSysprep;
      guardIdentification(identification);
      guardScript(scriptText);
      const path = 'spec.identity.userData.computerName';
      const domain = identification.joinDomain || undefined;
      return { hostName: computerName({ ...question, generator: userData.computerName, path }), domain };
    }
    case 'CustomizationSysprepText': {
      const { value } = identity as CustomizationSysprepText;
      return { hostName: /<ComputerName>\s*([^<*\s]+)\s*<\/ComputerName>/.exec(value)?.[1] };
    }
    default: {
      const { metadata } = identity as CustomizationCloudinitPrep;
      if (Buffer.byteLength(metadata) > METADATA) throw invalidArgument('spec.identity.metadata');
      return {};
    }
  }
}

function guardScript(script: string | undefined): void {
  if (Buffer.byteLength(script ?? '') > SCRIPT) throw invalidArgument('spec.identity.scriptText');
}

/** Who joins a domain says by whose leave, and joins no workgroup. */
function guardIdentification(identification: CustomizationSysprep['identification']): void {
  const { joinDomain, joinWorkgroup, domainAdmin, domainAdminPassword } = identification;
  if (!joinDomain) return;
  if (joinWorkgroup) throw invalidArgument('spec.identity.identification.joinWorkgroup');
  if (!domainAdmin) throw invalidArgument('spec.identity.identification.domainAdmin');
  if (!domainAdminPassword) throw invalidArgument('spec.identity.identification.domainAdminPassword');
}

/** The computer's name, fixed or generated as a specification asks. */
import type { CustomizationName } from '../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { System } from './guest-system.ts';

/** Longest name: a label of DNS, and of NetBIOS. */
const LONGEST: Readonly<Record<System, number>> = { linux: 63, windows: 15 };
const ALLOWED = /^(?=.*[A-Za-z-])[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?$/;

interface Named {
  readonly _typeName?: string | undefined;
  readonly name?: string;
  readonly base?: string;
}

/** Which name a specification wants; `path` is the property that a fault names. */
export interface NameQuestion {
  readonly system: System;
  readonly machine: string;
  readonly generator: CustomizationName;
  readonly path: string;
  /** A number for a name that wants one; no name is made with it twice. */
  readonly number: () => number;
}

/**
 * The name the guest is to have. Throws InvalidArgument for one that no computer may have and for one that was left to be
 * asked for, IpHostnameGeneratorError for one that a script of the server should make: none is set up.
 */
export function computerName(question: NameQuestion): string {
  const { system, machine, path } = question;
  const generator = question.generator as Named;
  switch (generator._typeName) {
    case 'CustomizationFixedName':
      return checked(generator.name ?? '', system, path);
    case 'CustomizationPrefixName':
      return numbered(generator.base ?? '', question.number(), system, path);
    case 'CustomizationVirtualMachineName':
      return checked(cut(allowedPart(machine), LONGEST[system]), system, path);
    case 'CustomizationCustomName':
      throw new VimFault('IpHostnameGeneratorError');
    default:
      throw invalidArgument(path);
  }
}

/** As the client says of "append a numeric value": a hyphen and a number, the name before it cut to what fits. */
function numbered(base: string, number: number, system: System, path: string): string {
  const tail = `-${number}`;
  return checked(`${cut(base, LONGEST[system] - tail.length)}${tail}`, system, path);
}

/** The machine's own name, as far as a computer may be called so. */
function allowedPart(name: string): string {
  return name.replace(/[^A-Za-z\d]+/g, '-').replace(/^-+/, '');
}

function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/-+$/, '');
}

function checked(name: string, system: System, path: string): string {
  if (name.length > LONGEST[system] || !ALLOWED.test(name)) throw invalidArgument(path);
  return name;
}

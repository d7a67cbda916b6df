/** The guest's name for itself. */
import type { Machine } from '../machine/machine.ts';
import { isSeen } from './awake.ts';

/** What a machine of that name calls its guest until somebody says otherwise: `DC0_H0_VM0` is `dc0-h0-vm0`. */
export function hostNameFrom(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 63).replace(/-+$/, '') || 'localhost';
}

type Looked = Pick<Machine, 'guest' | 'power' | 'customized' | 'outside'>;

/** With its domain, when a customization gave it one. */
export function hostNameOf(m: Looked): string | undefined {
  if (!isSeen(m)) return undefined;
  const { customized, guest } = m;
  const name = customized?.hostName ?? guest?.hostName;
  return name !== undefined && customized?.domain && !name.includes('.') ? `${name}.${customized.domain}` : name;
}

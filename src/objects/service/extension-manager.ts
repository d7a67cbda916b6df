/** ExtensionManager: software that registered itself with vCenter. */
import type { Extension } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';

/** By what an extension shows who it is; SHA-256 of the certificate, or of its public key. */
export interface ExtensionKey {
  readonly certificate?: string;
  readonly publicKey?: string;
}

export interface ExtensionFacets {
  readonly extensions: readonly Extension[];
  /** By extension; only of those that were given one. */
  readonly keys?: Readonly<Record<string, ExtensionKey>> | undefined;
}

export const extensionManagerKind: KindSpec<ExtensionFacets> = defineKind<ExtensionFacets>({
  type: 'ExtensionManager',
  properties: { extensionList: { reads: ['extensions'], value: (s) => s.extensions } },
});

export const extensionManager: ManagedObject = managedObject('ExtensionManager', extensionManagerKind, {
  FindExtension: (_call, self, { extensionKey }) => find(self, extensionKey),

  RegisterExtension(_call, self, { extension }) {
    if (extension.key === '' || find(self, extension.key)) throw invalidArgument('extension.key');
    put(self, [...self.state.extensions, extension]);
  },

  UpdateExtension(_call, self, { extension }) {
    guardKnown(self, extension.key);
    put(
      self,
      self.state.extensions.map((e) => (e.key === extension.key ? extension : e)),
    );
  },

  UnregisterExtension(_call, self, { extensionKey }) {
    guardKnown(self, extensionKey);
    const { [extensionKey]: _gone, ...keys } = self.state.keys ?? {};
    const extensions = self.state.extensions.filter((e) => e.key !== extensionKey);
    self.world.turn(() => self.world.update(self, { extensions, keys }));
  },
});

type Manager = Cell<ExtensionFacets>;

function find(self: Manager, key: string): Extension | undefined {
  return self.state.extensions.find((e) => e.key === key);
}

function guardKnown(self: Manager, key: string): void {
  if (!find(self, key)) throw new VimFault('NotFound');
}

function put(self: Manager, extensions: readonly Extension[]): void {
  self.world.turn(() => self.world.update(self, { extensions }));
}

/** What vCenter itself registers. */
export function builtInExtensions(version: string, startedAt: string): Extension[] {
  const own = [
    ['com.vmware.vim.eam', 'vSphere ESX Agent Manager', 'ESX Agent Manager'],
    ['com.vmware.vim.sms', 'VMware vCenter Storage Monitoring Service', 'Storage Monitoring and Reporting'],
    ['com.vmware.vim.sps', 'vSphere Storage Profile Service', 'Storage profiles'],
    ['com.vmware.vcIntegrity', 'VMware vSphere Lifecycle Manager', 'Lifecycle of hosts and clusters'],
    ['hostdiag', 'Hardware Health', 'Host diagnostics'],
  ] as const;
  return own.map(([key, label, summary]) => ({
    description: { label, summary },
    key,
    company: 'VMware, Inc.',
    version,
    lastHeartbeatTime: startedAt,
    shownInSolutionManager: false,
  }));
}

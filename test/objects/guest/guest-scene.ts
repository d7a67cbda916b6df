/** A running machine with VMware Tools, met through the endpoint, and its guest's managers. */

import type { StartOptions } from '../../../src/index.ts';
import type { GuestSystem } from '../../../src/objects/guest/system.ts';
import type { Guest } from '../../../src/objects/machine/machine.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import { type Answer, Endpoint, type Fault } from '../endpoint.ts';

export const ROOT = {
  _typeName: 'NamePasswordAuthentication',
  interactiveSession: false,
  username: 'root',
  password: 'vm',
};

export function as(username: string, password: string): object {
  return { ...ROOT, username, password };
}

export interface SceneOptions extends StartOptions {
  readonly guestId?: string;
  readonly system?: GuestSystem;
  readonly guest?: Partial<Guest>;
  /** Without tools the guest has nothing to say. */
  readonly tools?: boolean;
}

type Manager = 'auth' | 'file' | 'process' | 'alias' | 'guestWindowsRegistry';

export class GuestScene implements AsyncDisposable {
  readonly ep: Endpoint;
  readonly vm: Ref;

  constructor(ep: Endpoint, vm: Ref) {
    this.ep = ep;
    this.vm = vm;
  }

  static async open({
    guestId = 'debian11_64Guest',
    system,
    guest,
    tools = true,
    ...options
  }: SceneOptions = {}): Promise<GuestScene> {
    const ep = await Endpoint.open({
      inventory: { vm: 1 },
      ...options,
      furnish: ({ world }) =>
        world.turn(() => {
          for (const vm of world.every(vmKind)) {
            world.update(vm, {
              config: { ...vm.state.config, guestId },
              ...(tools && { guest: { toolsVersion: '12352', running: true, ...guest } }),
              ...(system && { guestSystem: system }),
            });
          }
        }),
    });
    return new GuestScene(ep, await ep.at('DC0/vm/DC0_H0_VM0'));
  }

  async manager(name: Manager): Promise<Ref> {
    return this.ep.read(this.ep.manager('guestOperationsManager'), `${name}Manager`);
  }

  async call(name: Manager, method: string, args: object = {}, auth: object = ROOT): Promise<Answer> {
    return this.ep.call(await this.manager(name), method, { vm: this.vm, auth, ...args });
  }

  async fault(name: Manager, method: string, args: object = {}, auth: object = ROOT): Promise<Fault> {
    return this.ep.fault(await this.manager(name), method, { vm: this.vm, auth, ...args });
  }

  read(path: string): Promise<Answer> {
    return this.ep.read(this.vm, path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ep[Symbol.asyncDispose]();
  }
}

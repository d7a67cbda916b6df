/** The catalogue of first class disks met as its clients meet it: at `/vslm/sdk`, by tasks that are asked after. */
import { ref } from '../../../src/vim25/index.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import { vslm } from '../../../src/vim25/vslm.ts';
import type { Answer } from '../endpoint.ts';
import { ServiceClient, type ServiceFault } from '../policy/service-client.ts';
import type { DiskScene } from '../storage/first-class-scene.ts';

export const MANAGER: Ref = ref('VslmVStorageObjectManager', 'VStorageObjectManager');
export const LIFECYCLE: Ref = ref('VslmStorageLifecycleManager', 'StorageLifecycleManager');
export const SESSIONS: Ref = ref('VslmSessionManager', 'SessionManager');
export const INSTANCE: Ref = ref('VslmServiceInstance', 'ServiceInstance');

export class Catalogue {
  readonly client: ServiceClient;

  constructor(client: ServiceClient) {
    this.client = client;
  }

  static async of(scene: DiskScene): Promise<Catalogue> {
    return new Catalogue(await ServiceClient.open(scene, vslm, '/vslm/sdk'));
  }

  call(method: string, args: object = {}): Promise<Answer> {
    return this.client.call(MANAGER, method, args);
  }

  info(task: Ref): Promise<Answer> {
    return this.client.call(task, 'VslmQueryInfo');
  }

  /** Starts a task that is over at once; gives its result. */
  async run(method: string, args: object): Promise<Answer> {
    const task = await this.call(method, args);
    const { state, error } = await this.info(task);
    if (state !== 'success') throw Object.assign(new Error(`${method}: ${state}`), { fault: error?.fault });
    return this.client.call(task, 'VslmQueryTaskResult');
  }

  /** The fault that a call, or the task it starts, ends in. */
  async fault(method: string, args: object): Promise<ServiceFault> {
    if (!method.endsWith('_Task')) return this.client.fault(MANAGER, method, args);
    const failed = await this.run(method, args).then(
      () => undefined,
      (error: { fault?: ServiceFault }) => error,
    );
    if (!failed?.fault) throw failed ?? new Error(`${method} did not refuse`);
    return failed.fault;
  }

  async list(query: readonly object[] = [], maxResult = 100): Promise<Answer> {
    return this.call('VslmListVStorageObjectForSpec', { query, maxResult });
  }
}

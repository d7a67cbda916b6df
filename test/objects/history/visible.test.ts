import { describe, expect, it } from 'vitest';
import { account } from '../../../src/objects/access/accounts/users.ts';
import { post } from '../../../src/objects/history/post.ts';
import { SmallSite } from '../access/small-site.ts';

const JDOE = 'VSPHERE.LOCAL\\jdoe';
const VM1 = { type: 'VirtualMachine', value: 'vm-1' };

/** jdoe, who may look at VM1 and at nothing else, and something that happens to each VM. */
function start() {
  const site = new SmallSite({ accounts: [account('vsphere.local', 'jdoe', 'pw')] });
  const admin = site.login();
  const permission = [{ principal: JDOE, group: false, roleId: -2, propagate: true }];
  site.call('AuthorizationManager', 'SetEntityPermissions', { entity: VM1, permission }, admin);
  const jdoe = site.login('jdoe', 'pw');
  const happen = () => {
    for (const id of ['vm-1', 'vm-2']) post(site.site, '', 'VmPoweredOnEvent', {}, { entity: site.cell(id) });
  };
  const names = (events: { vm?: { name: string } }[]) => events.map((e) => e.vm?.name);
  return { site, admin, jdoe, happen, names };
}

describe('of events', () => {
  it('one hears those about what one may view', () => {
    const { site, admin, jdoe, happen, names } = start();
    happen();
    const query = (by: typeof admin, filter: object = { type: ['VmPoweredOnEvent'] }) =>
      site.call('EventManager', 'QueryEvents', { filter }, by);
    expect(names(query(admin))).toEqual(['VM1', 'VM2']);
    expect(names(query(jdoe))).toEqual(['VM1']);
    expect(query(jdoe, { type: ['UserLoginSessionEvent'] })).toEqual([]);
  });

  it('a collector reads and shows those its owner may hear of', () => {
    const { site, jdoe, happen, names } = start();
    happen();
    const filter = { type: ['VmPoweredOnEvent'] };
    const { value } = site.call('EventManager', 'CreateCollectorForEvents', { filter }, jdoe);
    expect(names(site.call(value, 'ReadNextEvents', { maxCount: 10 }, jdoe))).toEqual(['VM1']);
    happen();
    expect(names(site.read(value, 'latestPage', jdoe))).toEqual(['VM1', 'VM1']);
  });
});

describe('of tasks', () => {
  it('a collector reads and shows those on what its owner may view', () => {
    const { site, admin, jdoe } = start();
    const extension = {
      key: 'org.example',
      version: '1',
      description: { label: 'x', summary: 'x' },
      lastHeartbeatTime: '2026-01-01T00:00:00Z',
      taskList: [{ taskID: 'org.example.work' }],
    };
    site.call('ExtensionManager', 'RegisterExtension', { extension }, admin);
    const work = (value: string) => {
      const obj = { type: 'VirtualMachine', value };
      site.call('TaskManager', 'CreateTask', { obj, taskTypeId: 'org.example.work', cancelable: true }, admin);
    };
    const collect = (by: typeof admin) => site.call('TaskManager', 'CreateCollectorForTasks', { filter: {} }, by).value;
    const [all, own] = [collect(admin), collect(jdoe)];
    for (const id of ['vm-1', 'vm-2']) work(id);
    const entities = (tasks: { entityName: string }[]) => tasks.map((task) => task.entityName);
    expect(entities(site.call(all, 'ReadNextTasks', { maxCount: 10 }, admin))).toEqual(['VM1', 'VM2']);
    expect(entities(site.call(own, 'ReadNextTasks', { maxCount: 10 }, jdoe))).toEqual(['VM1']);
    expect(entities(site.read(own, 'latestPage', jdoe))).toEqual(['VM1']);
  });
});

/** ValidateMigration, the older way to ask whether machines may move: what stands in the way is told as events. */
import { formatTime } from '../../../kernel/time.ts';
import type { CheckTestType, Event, ServiceInstanceMethods } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Call } from '../../call.ts';
import type { Host } from '../../compute/host/host.ts';
import { eventArgument, eventPlace } from '../../history/event-argument.ts';
import { eventMessage } from '../../history/event-message.ts';
import { vmKind } from '../virtual-machine.ts';
import type { Vm } from '../work.ts';
import { foundBy } from './checker-results.ts';
import { type Obstacle, obstacles } from './migrate-guards.ts';
import { type Relocation, relocationPlan } from './relocate-plan.ts';

type Asked = ServiceInstanceMethods['ValidateMigration']['params'];

/** The tests of the newer checks that each of the older ones stands for. */
const TESTS: { readonly [test: string]: readonly CheckTestType[] } = {
  sourceTests: ['sourceTests'],
  compatibilityTests: ['hostTests', 'networkTests'],
  diskAccessibilityTests: ['datastoreTests'],
  resourceTests: ['resourcePoolTests'],
};

export function validateMigration(
  call: Call,
  _self: Cell<Facets>,
  { vm, state, testType, pool, host }: Asked,
): Event[] {
  testType?.forEach((test, i) => {
    if (!TESTS[test]) throw invalidArgument(`testType[${i}]`);
  });
  if (!pool && !host) throw invalidArgument('host');
  const asked = new Set((testType?.length ? testType : Object.keys(TESTS)).flatMap((test) => TESTS[test]!));
  return vm.flatMap((ref) => {
    const machine = call.resolve(vmKind, ref);
    const relocation = { spec: { pool, host }, state } as Relocation;
    let to = host && (call.world.find(host.value) as Cell<Host> | undefined);
    const found = foundBy(() => {
      const plan = relocationPlan(call.site, machine, relocation);
      to = plan.host;
      return obstacles(plan, relocation);
    });
    const destination = { host: to, pool: pool && call.world.find(pool.value) };
    return found.filter((o) => asked.has(o.test)).map((o) => told(call, machine, o, destination));
  });
}

interface Destination {
  readonly host: Cell<Host> | undefined;
  readonly pool: Cell | undefined;
}

/** An event that is only told to who asked: no log has it. */
function told(call: Call, vm: Vm, { test, fault, warning }: Obstacle, { host, pool }: Destination): Event {
  const ofPool = test === 'resourcePoolTests' && pool !== undefined && host !== undefined;
  const ofHost = !ofPool && test !== 'sourceTests' && host !== undefined;
  const word = ofPool ? 'Resource' : ofHost ? 'Host' : '';
  const event = {
    _typeName: `Migration${word}${warning ? 'Warning' : 'Error'}Event`,
    key: 0,
    chainId: 0,
    createdTime: formatTime(call.site.clock.now()),
    userName: call.user,
    ...eventPlace(vm as unknown as Cell),
    template: vm.state.config.template === true,
    fault: fault.localized(),
    ...((ofPool || ofHost) && { dstHost: eventArgument(host as unknown as Cell) }),
    ...(ofPool && { dstPool: eventArgument(pool) }),
  };
  return { ...event, fullFormattedMessage: eventMessage(call.site.schema, event) } as unknown as Event;
}

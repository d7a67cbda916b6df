/** The results of checks: what would stand in the way, told by machine and host, and by the tests asked for. */
import type { CheckResult, CheckTestType } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Obstacle } from './migrate-guards.ts';

const TESTS: ReadonlySet<string> = new Set<CheckTestType>([
  'sourceTests',
  'hostTests',
  'resourcePoolTests',
  'datastoreTests',
  'networkTests',
]);

export function guardTests(testType: readonly string[] | undefined): void {
  testType?.forEach((test, i) => {
    if (!TESTS.has(test)) throw invalidArgument(`testType[${i}]`);
  });
}

/** What a check found; all tests are run where none is named. */
export function checkResult(
  vm: Cell<never> | Cell | undefined,
  host: Cell<never> | Cell | undefined,
  found: readonly Obstacle[],
  testType: readonly string[] | undefined,
): CheckResult {
  const asked = found.filter(({ test }) => !testType?.length || testType.includes(test));
  const faults = (warning: boolean) => {
    const list = asked.filter((o) => (o.warning ?? false) === warning).map((o) => o.fault.localized());
    return list.length === 0 ? undefined : list;
  };
  return {
    _typeName: 'CheckResult',
    vm: vm?.ref as Ref<'VirtualMachine'> | undefined,
    host: host?.ref as Ref<'HostSystem'> | undefined,
    warning: faults(true),
    error: faults(false),
  } as CheckResult;
}

/** What a look finds, or the fault that keeps it from looking at all. */
export function foundBy(look: () => Iterable<Obstacle>): Obstacle[] {
  try {
    return [...look()];
  } catch (error) {
    if (error instanceof VimFault) return [{ test: 'sourceTests', fault: error }];
    throw error;
  }
}

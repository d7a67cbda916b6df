/** What applying recommendations needs: what the work that each stands for needs where a client asks for it by itself. */
import type { ClusterAction, StorageMigrationAction, StoragePlacementAction } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { MethodRule, Need } from '../../access/needs/need.ts';
import { storagePodKind } from '../storage-pod.ts';
import { placedWork } from './placed-work.ts';
import { keptPlacement } from './placement.ts';

/** `ruleOf` gives the rule of `VirtualMachine.RelocateVM_Task` and the like. */
export function applyNeeds(ruleOf: (ownerDotMethod: string) => MethodRule | undefined): MethodRule {
  const needsOf = (world: World, self: Cell, method: string, params: object): Need[] => {
    const owner = self.is('VirtualMachine') ? 'VirtualMachine' : 'Folder';
    return [...(ruleOf(`${owner}.${method}`)?.({ world, self, params: params as never }) ?? [])];
  };
  return ({ world, params }) =>
    [params.key].flat().flatMap((key) => {
      const placement = keptPlacement(world, String(key));
      if (!placement) return moves(world, String(key)).flatMap((m) => needsOf(world, m.vm, 'RelocateVM_Task', m));
      const { spec, recommendation } = placement.state.asked;
      try {
        const { target, work } = placedWork(world, spec, (recommendation.action ?? []) as StoragePlacementAction[]);
        return needsOf(world, target, work.method, work.args ?? {});
      } catch (error) {
        // What cannot be done is refused by the work itself.
        if (error instanceof VimFault) return [];
        throw error;
      }
    });
}

interface Moves {
  readonly vm: Cell;
  readonly spec: StorageMigrationAction['relocateSpec'];
}

/** What a proposal of a pod would move. */
function moves(world: World, key: string): Moves[] {
  const proposals = [...world.every(storagePodKind)].flatMap((pod) => pod.state.proposals ?? []);
  const actions = proposals.filter((r) => r.key === key).flatMap((r): readonly ClusterAction[] => r.action ?? []);
  return actions.flatMap((action) => {
    const { vm: ref, relocateSpec: spec } = action as StorageMigrationAction;
    const vm = world.find(ref.value);
    return vm ? [{ vm, spec }] : [];
  });
}

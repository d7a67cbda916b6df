/** How many operations on machines there were in a cluster or a datacenter, counted off the events that tell of them. */
import { parseTime } from '../../kernel/time.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import type { Site } from '../site.ts';

/** Counts events by type up to an instant; the log is read once. */
export function operationsOf(site: Site, cell: Cell): (event: string, until: number) => number {
  const place = cell.is('Datacenter') ? 'datacenter' : 'computeResource';
  let times: Map<string, number[]> | undefined;
  const read = () => {
    const found = new Map<string, number[]>();
    for (const event of site.events.kept) {
      if (!event._typeName.includes('Vm') || idIn(event, place) !== cell.id) continue;
      const list = found.get(event._typeName) ?? [];
      found.set(event._typeName, list);
      list.push(parseTime(event.createdTime));
    }
    return found;
  };
  return (event, until) => {
    times ??= read();
    return times.get(event)?.filter((time) => time <= until).length ?? 0;
  };
}

function idIn(event: LoggedEvent, place: 'datacenter' | 'computeResource'): string | undefined {
  const argument = event[place] as { readonly [name: string]: unknown } | undefined;
  return (argument?.[place] as { readonly value?: string } | undefined)?.value;
}

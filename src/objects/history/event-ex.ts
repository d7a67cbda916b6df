/** Events that have no type of their own, only an id: much of what vCenter came to tell since version 4. */
import type { Cell } from '../../world/cell.ts';
import { nameOf } from '../call.ts';
import type { Site } from '../site.ts';
import { type EventSubject, post } from './post.ts';

export interface Extended {
  /** `com.vmware.vc.vm.VmConvertedToTemplateEvent` */
  readonly eventTypeId: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly arguments?: Readonly<Record<string, string>>;
}

export function postExtended(
  site: Site,
  user: string,
  said: Extended,
  about: EventSubject & { readonly entity: Cell },
): void {
  const { entity } = about;
  const args = Object.entries(said.arguments ?? {}).map(([key, value]) => ({ _typeName: 'KeyAnyValue', key, value }));
  const object = { objectId: entity.id, objectType: entity.type, objectName: nameOf(entity) };
  post(site, user, 'EventEx', { ...said, arguments: args, ...object }, about);
}

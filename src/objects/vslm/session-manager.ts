/** VslmSessionManager: a session by a token alone, for who has none of the vCenter's to show. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { admit, guardNewcomer, refuseLogin } from '../access/sessions/admission.ts';
import type { SessionManagerFacets } from '../access/sessions/session-policy.ts';
import { endSession } from '../access/sessions/sessions.ts';
import type { ManagedObject } from '../managed-object.ts';
import { vslmObject } from './vslm-object.ts';

export const sessionManager: ManagedObject = vslmObject('VslmSessionManager', {
  /** What reads tokens is loaded when the first comes. */
  async VslmLoginByToken(call, _, { delegatedTokenXml }) {
    guardNewcomer(call, undefined);
    const { memberOfToken } = await import('../access/tokens/login.ts');
    const member = await memberOfToken(call.site, delegatedTokenXml);
    if (!member) throw refuseLogin(call, '');
    const [manager] = call.world.ofType('SessionManager');
    admit(call, manager as unknown as Cell<SessionManagerFacets>, member, undefined);
  },

  VslmLogout(call) {
    if (!call.session) throw new VimFault('NotAuthenticated');
    endSession(call.site, call.session);
  },
});

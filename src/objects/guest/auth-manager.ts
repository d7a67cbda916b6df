/** GuestAuthManager: credentials tried, tickets given out and taken back. */
import type { GuestAuthentication } from '../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { MethodsOf } from '../managed-object.ts';
import { givePass, passOf } from './pass.ts';
import { GuestVisit, runningGuest } from './visit.ts';

const typeOf = (auth: object) => (auth as { readonly _typeName?: string })._typeName;

export const authMethods: MethodsOf<'GuestAuthManager', Facets> = {
  ValidateCredentialsInGuest(call, _self, { vm, auth }) {
    new GuestVisit(call, vm, auth);
  },
  /** A name and a password, or a token, become a ticket. There is no domain here to shake hands with for SSPI. */
  AcquireCredentialsInGuest(call, _self, { vm, requestedAuth }) {
    const visit = new GuestVisit(call, vm, requestedAuth);
    if (typeOf(requestedAuth) === 'TicketedSessionAuthentication') throw invalidArgument('requestedAuth');
    const holder = { boot: visit.machine.power.bootTime, user: visit.login.name, caller: call.user };
    const pass = call.turn(() => givePass(call.site, visit.vm as never, holder));
    const ticket = pass.state.holder.secret;
    return { _typeName: 'TicketedSessionAuthentication', interactiveSession: false, ticket } as GuestAuthentication;
  },
  ReleaseCredentialsInGuest(call, _self, { vm, auth }) {
    const machine = runningGuest(call, vm);
    if (typeOf(auth) !== 'TicketedSessionAuthentication') throw invalidArgument('auth');
    const pass = passOf(call.world, machine.id, String((auth as { readonly ticket?: string }).ticket));
    if (!pass || pass.state.transfer) throw new VimFault('InvalidGuestLogin');
    call.turn(() => call.world.destroy(pass));
  },
};

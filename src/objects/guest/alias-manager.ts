/** GuestAliasManager: which users of a guest a certificate and its subjects stand for. */
import type { GuestAliases, GuestAuthSubject, GuestMappedAliases } from '../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { MethodsOf } from '../managed-object.ts';
import { bare } from './alias-login.ts';
import type { UserAliases } from './system.ts';
import { userNamed } from './users.ts';
import { GuestVisit } from './visit.ts';

function aliasesOf(visit: GuestVisit): readonly UserAliases[] {
  return visit.machine.guestSystem?.aliases ?? [];
}

/** The user whose aliases they are. One may change one's own, an administrator everybody's. */
function owner(visit: GuestVisit, username: string): string {
  const user = userNamed(visit.machine, username);
  if (!user) throw invalidArgument('username');
  if (!visit.login.admin && user.name !== visit.login.name) throw new VimFault('GuestPermissionDenied');
  return user.name;
}

function certificate(base64Cert: string): string {
  const text = bare(base64Cert);
  if (text === '' || !/^[A-Za-z0-9+/]+=*$/.test(text)) throw invalidArgument('base64Cert');
  return base64Cert;
}

function sameSubject(a: GuestAuthSubject, b: GuestAuthSubject): boolean {
  const name = (s: GuestAuthSubject) => (s as { readonly name?: string }).name;
  return a._typeName === b._typeName && name(a) === name(b);
}

export const aliasMethods: MethodsOf<'GuestAliasManager', Facets> = {
  AddGuestAlias(call, _self, { vm, auth, username, mapCert, base64Cert, aliasInfo }) {
    const visit = new GuestVisit(call, vm, auth);
    const user = owner(visit, username);
    const cert = bare(certificate(base64Cert));
    const all = aliasesOf(visit);
    const mapped = all.find((a) => mapCert && a.mapped && a.username !== user && bare(a.base64Cert) === cert);
    if (mapped) throw new VimFault('GuestMultipleMappings');
    const old = all.find((a) => a.username === user && bare(a.base64Cert) === cert);
    const others = (old?.aliases ?? []).filter((info) => !sameSubject(info.subject, aliasInfo.subject));
    const aliases = [...others, aliasInfo];
    const next: UserAliases = { base64Cert, username: user, mapped: mapCert || old?.mapped === true, aliases };
    visit.change({ aliases: Object.freeze([...all.filter((a) => a !== old), next]) });
  },
  RemoveGuestAlias(call, _self, { vm, auth, username, base64Cert, subject }) {
    const visit = new GuestVisit(call, vm, auth);
    const user = owner(visit, username);
    const aliases = aliasesOf(visit).flatMap((a) => {
      if (a.username !== user || bare(a.base64Cert) !== bare(base64Cert)) return [a];
      const left = a.aliases.filter((info) => !sameSubject(info.subject, subject));
      return left.length === 0 ? [] : [{ ...a, aliases: left }];
    });
    visit.change({ aliases: Object.freeze(aliases) });
  },
  RemoveGuestAliasByCert(call, _self, { vm, auth, username, base64Cert }) {
    const visit = new GuestVisit(call, vm, auth);
    const user = owner(visit, username);
    const left = aliasesOf(visit).filter((a) => a.username !== user || bare(a.base64Cert) !== bare(base64Cert));
    visit.change({ aliases: Object.freeze(left) });
  },
  ListGuestAliases(call, _self, { vm, auth, username }): GuestAliases[] {
    const visit = new GuestVisit(call, vm, auth);
    const user = owner(visit, username);
    const own = aliasesOf(visit).filter((a) => a.username === user);
    return own.map(({ base64Cert, aliases }) => ({ _typeName: 'GuestAliases', base64Cert, aliases }));
  },
  ListGuestMappedAliases(call, _self, { vm, auth }): GuestMappedAliases[] {
    const visit = new GuestVisit(call, vm, auth);
    const mapped = aliasesOf(visit).filter((a) => a.mapped);
    return mapped.map(({ base64Cert, username, aliases }) => ({
      _typeName: 'GuestMappedAliases',
      base64Cert,
      username,
      subjects: aliases.map((info) => info.subject),
    }));
  },
};

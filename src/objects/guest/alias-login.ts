/** A SAML token lets in whom an alias of the guest names: its certificate is the alias's, its subject one of those. */
import type { GuestAuthSubject } from '../../vim25/generated/index.ts';
import type { Machine } from '../machine/machine.ts';
import type { UserAliases } from './system.ts';
import { type Login, userNamed } from './users.ts';

/** `username` chooses among several; without one the certificate must be mapped to a single user. */
export function aliasUser(m: Machine, token: string, username: string | undefined): Login | undefined {
  const text = token.trimStart().startsWith('<') ? token : Buffer.from(token, 'base64').toString();
  const certificate = bare(/<(?:\w+:)?X509Certificate[^>]*>([^<]+)</.exec(text)?.[1] ?? '');
  const subject = /<(?:\w+:)?NameID[^>]*>([^<]+)</.exec(text)?.[1]?.trim();
  if (certificate === '' || subject === undefined) return undefined;
  const fitting = (m.guestSystem?.aliases ?? []).filter(
    (a) => bare(a.base64Cert) === certificate && a.aliases.some((info) => covers(info.subject, subject)),
  );
  const chosen = fitting.filter((a) => (username ? a.username === username : a.mapped));
  return chosen.length === 1 ? userNamed(m, chosen[0]!.username) : undefined;
}

function covers(subject: GuestAuthSubject, name: string): boolean {
  if (subject._typeName === 'GuestAuthAnySubject') return true;
  return (subject as { readonly name?: string }).name === name;
}

/** The base64 of a certificate, however it was broken into lines or fenced. */
export function bare(certificate: UserAliases['base64Cert']): string {
  return certificate.replace(/-----[A-Z ]+-----|\s+/g, '');
}

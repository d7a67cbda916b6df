/** Solutions: software that shows a certificate instead of a password. An account of the directory, or an extension. */
import { X509Certificate } from 'node:crypto';
import { fingerprint } from '../../../formats/x509.ts';
import type { World } from '../../../world/world.ts';
import { type ExtensionKey, extensionManagerKind } from '../../service/extension-manager.ts';
import { parsePrincipal, principalText } from '../accounts/principal.ts';
import { administrators, directoryOf, type Member, memberNamed, memberOf } from '../accounts/users.ts';

/** A certificate somebody sent; undefined for bytes that are none. */
export function certificateOf(der: Buffer | undefined): X509Certificate | undefined {
  try {
    return der && new X509Certificate(der);
  } catch {
    return undefined;
  }
}

/** As a token names somebody: `Administrator@VSPHERE.LOCAL`. */
export function subjectOf(world: World, { principal }: Member): string {
  const { domain, name } = parsePrincipal(principal, directoryOf(world)?.state.directory.domain ?? '');
  return `${name}@${domain.toUpperCase()}`;
}

/** Whom a token means; undefined when it is nobody any more. */
export function memberOfSubject(world: World, subject: string): Member | undefined {
  const directory = directoryOf(world)?.state.directory;
  if (!directory) return undefined;
  const { domain, name } = parsePrincipal(subject, directory.domain);
  const isLocal = domain.toLowerCase() === directory.domain.toLowerCase();
  return (isLocal ? extensionNamed(world, name) : undefined) ?? memberNamed(directory, principalText({ domain, name }));
}

/** Whose certificate it is. That its key is held must have been shown otherwise. */
export function memberOfCertificate(world: World, certificate: X509Certificate): Member | undefined {
  const directory = directoryOf(world)?.state.directory;
  const own = fingerprint(certificate.raw);
  const account = directory?.accounts.find((a) => a.certificate === own);
  if (directory && account) return memberOf(directory, account);
  for (const [name, key] of Object.entries(keysOf(world))) {
    if (fits(key, certificate)) return extensionNamed(world, name);
  }
  return undefined;
}

/** Whether a certificate is the one an extension was given, or has the key it was given. */
export function isKeyOf(world: World, extension: string, certificate: X509Certificate): boolean {
  const keys = keysOf(world);
  return Object.hasOwn(keys, extension) && fits(keys[extension]!, certificate);
}

export function fits(key: ExtensionKey, certificate: X509Certificate): boolean {
  if (key.certificate !== undefined) return key.certificate === fingerprint(certificate.raw);
  return key.publicKey === fingerprint(certificate.publicKey.export({ type: 'spki', format: 'der' }));
}

/** An extension's session is privileged: it may do everything, and act for anybody. */
export function extensionNamed(world: World, name: string): Member | undefined {
  const extension = [...world.every(extensionManagerKind)][0]?.state.extensions.find((e) => e.key === name);
  const domain = directoryOf(world)?.state.directory.domain ?? '';
  const groups = [administrators(domain), principalText({ domain, name: 'SolutionUsers' })];
  return extension && { principal: name, fullName: extension.description.label, groups };
}

function keysOf(world: World): Readonly<Record<string, ExtensionKey>> {
  return [...world.every(extensionManagerKind)][0]?.state.keys ?? {};
}

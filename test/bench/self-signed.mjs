// A key and a certificate for servers that are only measured against.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function selfSigned() {
  const directory = mkdtempSync(join(tmpdir(), 'bench-certificate-'));
  const files = ['key.pem', 'cert.pem'].map((name) => join(directory, name));
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-days', '2', '-subj', '/CN=localhost', '-keyout', files[0], '-out', files[1]],
  ]);
  if (made.status !== 0) throw new Error(`openssl ended with ${made.status}: ${made.stderr}`);
  const [key, cert] = files.map((file) => readFileSync(file));
  rmSync(directory, { recursive: true });
  return { key, cert };
}

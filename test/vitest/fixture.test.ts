/** The fixture gives each test a simulator of its own. */
import { describe, expect } from 'vitest';
import { connect } from '../../src/client/index.ts';
import type { Simulator } from '../../src/index.ts';
import { test } from '../../src/vitest/index.ts';

async function vmNames({ url, ca, credentials }: Simulator): Promise<string[]> {
  await using client = await connect({ url, ca, username: credentials.user, password: credentials.password });
  const names: string[] = [];
  for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['name'] })) {
    names.push(properties.name ?? '');
  }
  return names;
}

describe('the fixture sim', () => {
  test('is the default vCenter', async ({ sim }) => {
    expect(await vmNames(sim)).toContain('DC0_H0_VM0');
  });

  const empty = test.extend({ simOptions: { inventory: { vm: 0 } } });

  empty('is started as simOptions say', async ({ sim }) => {
    expect(await vmNames(sim)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../src/server/start.ts';

describe('the disks of machines over the control API', () => {
  let sim: Simulator;
  beforeEach(async () => {
    sim = await startSimulator({ http: true });
  });
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  const put = (path: string, body: string) => fetch(`${sim.controlUrl}/disks/${path}`, { method: 'PUT', body });
  const get = (path: string) => fetch(`${sim.controlUrl}/disks/${path}`);

  it('take what a guest would write, and give it back from any place on', async () => {
    expect((await put('DC0_H0_VM0/2000?at=5000000', 'boot')).status).toBe(204);
    const answer = await get('DC0_H0_VM0/2000?at=4999999&length=6');
    expect(answer.headers.get('content-length')).toBe('6');
    expect(await answer.text()).toBe('\0boot\0');
    expect((await sim.disks.read({ vm: 'DC0_H0_VM0' }, 5_000_000, 4)).toString()).toBe('boot');
  });

  it('give nothing beyond their end', async () => {
    expect(await (await get(`DC0_H0_VM0/2000?at=${10 * 2 ** 30}&length=5`)).text()).toBe('');
  });

  it.each([
    ['nobody/2000', 'there is no virtual machine nobody'],
    ['DC0_H0_VM0/2007', 'DC0_H0_VM0 has no disk 2007'],
    ['DC0_H0_VM0/first', 'Invalid input'],
    ['DC0_H0_VM0/2000?at=-1', 'at: Too small'],
    [`DC0_H0_VM0/2000?at=${10 * 2 ** 30 - 1}`, 'beyond its end'],
  ])('refuse %s', async (path, reason) => {
    const answer = await put(path, 'boot');
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { message: string }).message).toContain(reason);
    expect(sim.simulation.spool.count).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, ceilingOf, divide, floorOf, got } from '../../src/objects/compute/load/division.ts';
import { entitled, levelsOf, type MachineClaim, type PoolNode } from '../../src/objects/compute/load/levels.ts';

const SLACK = 1e-3;

const claim = fc
  .record({
    want: fc.nat(5_000),
    reservation: fc.nat(2_000),
    limit: fc.option(fc.nat(4_000), { nil: -1 }),
    shares: fc.integer({ min: 1, max: 8_000 }),
  })
  .map((c): Claim => ({ ...c, limit: c.limit < 0 ? -1 : Math.max(c.limit, c.reservation) }));

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('a division', () => {
  it('gives no more than there is, nothing above a ceiling, and every floor that fits', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.array(claim, { maxLength: 30 }), (there, claims) => {
        const level = divide(there, claims);
        const gets = claims.map((c) => got(c, level));
        expect(sum(gets)).toBeLessThanOrEqual(there + SLACK);
        const fits = sum(claims.map(floorOf)) <= there;
        claims.forEach((c, i) => {
          expect(gets[i]).toBeLessThanOrEqual(ceilingOf(c) + SLACK);
          if (fits) expect(gets[i]).toBeGreaterThanOrEqual(floorOf(c) - SLACK);
        });
        // Nothing is left while somebody could use it.
        const wanted = sum(claims.map(ceilingOf));
        if (fits) expect(sum(gets)).toBeGreaterThanOrEqual(Math.min(there, wanted) - 1);
      }),
    );
  });
});

describe('pools and hosts', () => {
  const allocation = fc.record({
    limit: fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: -1 }),
    shares: fc.integer({ min: 1, max: 8_000 }),
  });
  const machine = fc.record({
    claim,
    pool: fc.constantFrom('root', 'a', 'b', 'deep'),
    host: fc.constantFrom('h1', 'h2'),
  });

  it('give machines no more than any pool’s limit and any host has', () => {
    fc.assert(
      fc.property(
        fc.array(machine, { maxLength: 25 }),
        fc.tuple(allocation, allocation, allocation),
        fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 9_000 })),
        (machines: MachineClaim[], [a, b, deep], [h1, h2]) => {
          const node = (id: string, of: typeof a, children: readonly PoolNode[] = []): PoolNode => ({
            id,
            allocation: {
              reservation: 0,
              expandable: true,
              limit: of.limit,
              shares: { level: 'custom', shares: of.shares },
            },
            children,
          });
          const open = { limit: -1, shares: 4_000 };
          const root = node('root', open, [node('a', a, [node('deep', deep)]), node('b', b)]);
          const levels = levelsOf(
            root,
            machines,
            new Map([
              ['h1', h1],
              ['h2', h2],
            ]),
          );
          const gets = machines.map((m) => entitled(m, levels));
          const within = (test: (m: MachineClaim) => boolean) => sum(gets.filter((_, i) => test(machines[i]!)));
          expect(within((m) => m.host === 'h1')).toBeLessThanOrEqual(h1 + SLACK);
          expect(within((m) => m.host === 'h2')).toBeLessThanOrEqual(h2 + SLACK);
          const limited = (limit: number) => (limit < 0 ? Number.POSITIVE_INFINITY : limit + SLACK);
          expect(within((m) => m.pool === 'deep')).toBeLessThanOrEqual(limited(deep.limit));
          expect(within((m) => m.pool === 'a' || m.pool === 'deep')).toBeLessThanOrEqual(limited(a.limit));
          expect(within((m) => m.pool === 'b')).toBeLessThanOrEqual(limited(b.limit));
          for (const [i, m] of machines.entries()) expect(gets[i]).toBeLessThanOrEqual(ceilingOf(m.claim) + SLACK);
        },
      ),
    );
  });
});

import { tokenConsumers, type TokenConsumer } from '../catalog/atomics';
import type { Activity } from '../document/workflow';
import type { OwnAtomic } from '../host';
import { calledAtomic } from './token-flow';

/** The atomics that take a token, by their ids. */
export type TokenConsumers = ReadonlyMap<string, TokenConsumer>;

const known: TokenConsumers = new Map(tokenConsumers.map((atomic) => [atomic.id, atomic]));

/** The catalogue, and over it what a user says of atomics of their own. */
export function consumersWith(own: readonly OwnAtomic[]): TokenConsumers {
  if (own.length === 0) return known;
  const vouched = own.map((atomic): [string, TokenConsumer] => [
    atomic.id,
    { ...atomic, product: 'securex', generation: 'own' },
  ]);
  return new Map([...known, ...vouched]);
}

export function consumerCalledBy(activity: Activity, consumers: TokenConsumers): TokenConsumer | undefined {
  return calledAtomic(activity, consumers);
}

import type { Item } from '@nastavnik/contracts/roadmaps';
import { aPlanInForce, type ItemSeed } from './plans.ts';
import type { Person, School, Server } from './school.ts';

export const as = (school: School, who: string): Person | undefined => school.people[who];

/** The only item of a plan in force. */
export async function oneItem(server: Server, school: School, seed: Partial<ItemSeed> = {}): Promise<Item> {
  return (await aPlanInForce(server, school, [{ title: 'Собрать согласия', deadline: 'декабрь', ...seed }])).items[0]!;
}

export const proof = { kind: 'document', title: 'Протокол', number: '7', date: '2024-11-18' };
export const done = { doneOn: '2024-11-19', note: null };

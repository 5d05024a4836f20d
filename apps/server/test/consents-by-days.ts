import type { Client, ConsentSchool } from './consents.ts';
import type { Server } from './school.ts';

/** The clock of the server stands on this morning, and the hourly look at the consents has run. */
export async function onDay(server: Server, day: string): Promise<void> {
  server.clock.moveTo(`${day}T09:00:00+03:00`);
  await server.run('consents-by-the-clock');
}

export type PaperOf = {
  id: string;
  kind: string;
  state: string;
  renewalOf: string | null;
  needsRenewalBy: string | null;
  endReason: string | null;
  endedOn: string | null;
  nameChanged: boolean;
  signers: { personId: string; side: string; signedOn: string | null }[];
};

/** All papers of the person, the latest first, as the data protection officer sees them. */
export async function papersOf(at: ConsentSchool, personId: string): Promise<PaperOf[]> {
  return (await at.officer.get(`/api/v1/consents?personId=${personId}`)).json<{ consents: PaperOf[] }>().consents;
}

/** Open tasks of the office: `consent.renew expires 2024-12-31`. */
export async function tasksOf(at: ConsentSchool, who: Client = at.curator): Promise<string[]> {
  const { duties } = (await who.get('/api/v1/duties')).json<{
    duties: { kind: string; dueOn: string; data: { reason?: string } }[];
  }>();
  return duties.map(({ kind, dueOn, data }) => [kind, data.reason, dueOn].filter(Boolean).join(' '));
}

/** Whether the person may be worked with on the day, as IND-05 counts it: «1 of 1». */
export async function covered(at: ConsentSchool): Promise<string> {
  const { numerator, denominator } = (await at.curator.get('/api/v1/consents/coverage')).json();
  return `${numerator} of ${denominator}`;
}

import type { Id, MentorIn, RequestIn, Snapshot } from '../input/snapshot.ts';
import { EventError, type RoundEvent, type Who } from './events.ts';
import { type Journal, KeptMap } from './journal.ts';

/** The people of an open round by their ids, so that an event need not look through all of them. */
export class People implements Who {
  private readonly requests: KeptMap<Id, RequestIn>;
  private readonly mentors: KeptMap<Id, MentorIn>;

  constructor(snapshot: Snapshot, journal: Journal) {
    this.requests = new KeptMap(
      journal,
      snapshot.requests.map((one) => [one.id, one]),
    );
    this.mentors = new KeptMap(
      journal,
      snapshot.mentors.map((one) => [one.id, one]),
    );
  }

  hasRequest(id: Id): boolean {
    return this.requests.has(id);
  }

  hasMentor(id: Id): boolean {
    return this.mentors.has(id);
  }

  request(id: Id): RequestIn {
    const found = this.requests.get(id);
    if (!found) throw new EventError('unknown-request', id);
    return found;
  }

  mentor(id: Id): MentorIn {
    const found = this.mentors.get(id);
    if (!found) throw new EventError('unknown-mentor', id);
    return found;
  }

  /** Takes over an event that fits the round. */
  follow(event: RoundEvent): void {
    switch (event.t) {
      case 'requestJoins':
        this.requests.set(event.r.id, event.r);
        return;
      case 'requestLeaves':
        this.requests.delete(event.id);
        return;
      case 'mentorJoins':
        this.mentors.set(event.m.id, event.m);
        return;
      case 'mentorLeaves':
        this.mentors.delete(event.id);
        return;
      case 'capacity':
        this.mentors.set(event.mentor, { ...this.mentor(event.mentor), capacity: event.value });
        return;
      case 'answersChanged':
        if ('r' in event) this.requests.set(event.r.id, event.r);
        else this.mentors.set(event.m.id, event.m);
        return;
      case 'lock':
      case 'unlock':
      case 'exclude':
      case 'permit':
        return;
    }
  }
}

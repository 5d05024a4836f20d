import { knowsCommand } from '@nastavnik/domain/participants/participant-commands';
import { isInBank, type ParticipantState } from '@nastavnik/domain/participants/participant-states';

export type ManyCommand = 'invite' | 'requestConsents' | 'enterBank' | 'select' | 'confirmYear';

type Standing = { readonly id: string; readonly state: ParticipantState; readonly confirmedOn: string | null };

/** Those of the rows that stand at a step from which the command leads on. */
export function possibleFor(command: ManyCommand, rows: readonly Standing[]): string[] {
  return rows
    .filter(({ state, confirmedOn }) =>
      command === 'confirmYear' ? isInBank(state) && confirmedOn === null : knowsCommand(state, command),
    )
    .map(({ id }) => id);
}

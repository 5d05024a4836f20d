import { type CompetenceCardBody, competenceCardBody } from '@nastavnik/contracts/mentors';
import type { CompetenceCard } from '@nastavnik/domain/participants/competence-card';

/** The card as it is kept: its body as a document, what lists sort by in columns. Null before it is first saved. */
export function cardOfRow(row: {
  readonly card: unknown;
  readonly accepting: boolean;
  readonly max_mentees: number;
}): CompetenceCardBody | null {
  if (row.card === null) return null;
  return competenceCardBody.parse({
    ...(row.card as object),
    accepting: row.accepting,
    capacity: row.max_mentees,
  });
}

/** The same for the rules; achievements are judged apart. */
export function cardForRules({ accepting, ...card }: CompetenceCardBody): CompetenceCard {
  return { ...card, takesNew: accepting, achievements: [] };
}

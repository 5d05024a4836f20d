import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newJudge } from '../input/judge-pair.ts';
import { profileRounds } from '../input/profile-rounds.testing.ts';
import { runs } from '../runs.testing.ts';
import { buildGraph } from './build-graph.ts';

test('the graph of bit masks holds exactly the pairs that the readable rules allow, with their scores', () => {
  fc.assert(
    fc.property(profileRounds, (snapshot) => {
      const graph = buildGraph(snapshot);
      const judge = newJudge(snapshot);
      const found = new Map<string, number>();
      graph.requestIds.forEach((request, i) => {
        for (let e = graph.rowPtr[i]!; e < graph.rowPtr[i + 1]!; e++) {
          found.set(`${request} ${graph.mentorIds[graph.col[e]!]}`, graph.score[e]!);
          if (e > graph.rowPtr[i]!) expect(graph.score[e]).toBeLessThanOrEqual(graph.score[e - 1]!);
        }
      });
      const expected = new Map<string, number>();
      for (const request of snapshot.requests) {
        for (const mentor of snapshot.mentors) {
          if (judge.firstFailed(mentor, request) === undefined) {
            expected.set(`${request.id} ${mentor.id}`, judge.score(mentor, request));
          }
        }
      }
      expect(found).toEqual(expected);
    }),
    runs(1000),
  );
});

test('what each criterion adds sums to the score, and a missing answer is told and never counts as nothing', () => {
  fc.assert(
    fc.property(profileRounds, (snapshot) => {
      const judge = newJudge(snapshot);
      for (const request of snapshot.requests) {
        for (const mentor of snapshot.mentors) {
          const parts = judge.contributions(mentor, request);
          expect(parts.reduce((sum, one) => sum + one.points, 0)).toBe(judge.score(mentor, request));
          for (const one of parts) {
            if (!one.missing) continue;
            const { neutral } = snapshot.policy.criteria.find((criterion) => criterion.id === one.criterion)!;
            expect(one.similarity).toBe(neutral ?? 50);
          }
        }
      }
    }),
    runs(300),
  );
});

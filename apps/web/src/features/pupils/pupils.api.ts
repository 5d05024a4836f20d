import { schoolClass } from '@nastavnik/contracts/classes';
import { verifyManyAnswer } from '@nastavnik/contracts/persons';
import { idAnswer, peopleAnswer } from '@nastavnik/contracts/staff';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useAfterPeopleChange } from '../../lib/school/school.api.ts';
import { toldRefusal } from '../../ui/toast.tsx';

/** Employees, to choose a class teacher from. */
export const employeesQuery = queryOptions({
  queryKey: ['people', { state: 'active' }],
  queryFn: ({ signal }) => ask('GET', '/people', peopleAnswer, { query: { state: 'active' }, signal }),
});

/** Somebody or something new; the answer is its id. */
export function useAdd(path: string) {
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: (body: object) => ask('POST', path, idAnswer, { body }),
    onSuccess: () => afterwards(),
  });
}

type Change = { method: 'POST' | 'PUT'; path: string; body?: unknown };

export function useChangeClass(classId: string) {
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => ask(method, `/classes/${classId}${path}`, schoolClass, { body }),
    onSuccess: () => afterwards(),
  });
}

export function useRemoveClass(classId: string) {
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: () => ask('DELETE', `/classes/${classId}`, z.null()),
    onSuccess: () => afterwards(),
  });
}

/** The documents of these pupils' representatives were seen. */
export function useVerifyMany() {
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: (childIds: string[]) =>
      ask('POST', '/representations/verify', verifyManyAnswer, { body: { childIds } }),
    onSuccess: () => afterwards(),
  });
}

/** A representative added; with `verify` the document was looked at now, by whoever adds. */
export function useAddRepresentative(childId: string) {
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: async ({ body, verify }: { body: object; verify: boolean }) => {
      const { id } = await ask('POST', `/persons/${childId}/representatives`, idAnswer, { body });
      // The representative stands by now: what is refused here is said, and can be done again on the card.
      if (verify) await ask('POST', `/representations/${id}/verify`, z.unknown()).catch(toldRefusal);
    },
    onSuccess: () => afterwards(),
  });
}

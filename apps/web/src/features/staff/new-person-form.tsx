import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { personCard } from '@nastavnik/contracts/persons';
import { idAnswer, person } from '@nastavnik/contracts/staff';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';
import { RefusalError } from '../../lib/api/failures.ts';
import { useAfterPeopleChange } from '../../lib/school/school.api.ts';
import { MaybeKnown } from '../../ui/maybe-known.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { emptyPerson, PersonFields, personOf, usePersonRules } from './person-fields.tsx';
import { useStaffTexts } from './staff-texts.ts';

/** A colleague; whoever looks like somebody known is asked about, and taken from the records that are there. */
export function NewPersonForm({ onAdded }: { onAdded: (personId: string) => void }) {
  const say = useStaffTexts();
  const afterwards = useAfterPeopleChange();
  const rules = usePersonRules();
  const form = useForm({ initialValues: { ...emptyPerson, post: '' }, validate: rules });
  const after = {
    onSuccess: async (id: string) => {
      await afterwards();
      onAdded(id);
    },
  };
  const add = useMutation({
    mutationFn: async ({ evenSo }: { evenSo: boolean }) => {
      const { post, ...names } = form.values;
      const body = { ...personOf(names), post: post.trim() || null, evenSo };
      return (await ask('POST', '/people', idAnswer, { body })).id;
    },
    ...after,
  });
  const take = useMutation({ mutationFn: takeKnown, ...after });
  return (
    <form noValidate onSubmit={form.onSubmit(() => add.mutate({ evenSo: false }))}>
      <Stack gap="md">
        <PersonFields form={form} />
        <TextInput label={say('person.post')} {...form.getInputProps('post')} />
        <MaybeKnown
          error={add.error}
          onTake={({ id }) => take.mutate(id)}
          onEvenSo={() => add.mutate({ evenSo: true })}
        />
        <RefusalMessage error={take.error} />
        <Button type="submit" loading={add.isPending} w="fit-content">
          {say('person.add')}
        </Button>
      </Stack>
    </form>
  );
}

/** A colleague is opened as is; a parent or a graduate becomes an employee without a second card. */
async function takeKnown(personId: string): Promise<string> {
  try {
    return (await ask('GET', `/people/${personId}`, person)).id;
  } catch (error) {
    if (!(error instanceof RefusalError) || error.code !== 'person.not-found') throw error;
  }
  const { version } = await ask('GET', `/persons/${personId}`, personCard);
  const body = { subjects: [], category: null, categoryUntil: null, teachingSince: null, version };
  return (await ask('PUT', `/employees/${personId}`, personCard, { body })).id;
}

import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { idAnswer } from '@nastavnik/contracts/staff';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { emptyPerson, PersonFields, personOf, usePersonRules } from './person-fields.tsx';
import { useStaffTexts } from './staff-texts.ts';

export function NewPersonForm({ onAdded }: { onAdded: (personId: string) => void }) {
  const say = useStaffTexts();
  const client = useQueryClient();
  const rules = usePersonRules();
  const form = useForm({ initialValues: { ...emptyPerson, post: '' }, validate: rules });
  const add = useMutation({
    mutationFn: ({ post, ...names }: typeof form.values) =>
      ask('POST', '/people', idAnswer, { body: { ...personOf(names), post: post.trim() || null } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['people'] });
      onAdded(id);
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Stack gap="md">
        <PersonFields form={form} />
        <TextInput label={say('person.post')} {...form.getInputProps('post')} />
        <RefusalMessage error={add.error} />
        <Button type="submit" loading={add.isPending} w="fit-content">
          {say('person.add')}
        </Button>
      </Stack>
    </form>
  );
}

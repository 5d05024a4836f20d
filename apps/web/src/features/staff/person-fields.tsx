import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { personBody } from '@nastavnik/contracts/staff';
import type { z } from 'zod';
import { useStaffTexts } from './staff-texts.ts';

export type PersonValues = { familyName: string; givenName: string; patronymic: string; email: string; phone: string };
export const emptyPerson: PersonValues = { familyName: '', givenName: '', patronymic: '', email: '', phone: '' };

/** What is typed, as the server takes it: what is left empty is null. */
export function personOf(values: PersonValues): z.infer<typeof personBody> {
  return {
    familyName: values.familyName.trim(),
    givenName: values.givenName.trim(),
    patronymic: values.patronymic.trim() || null,
    email: values.email.trim() || null,
    phone: values.phone.trim() || null,
  };
}

export function usePersonRules(): (values: PersonValues) => Record<string, string> {
  const say = useStaffTexts();
  return (values) => {
    const read = personBody.safeParse(personOf(values));
    return Object.fromEntries(
      (read.error?.issues ?? []).map(({ path }) => [
        String(path[0]),
        say(path[0] === 'email' ? 'field.email' : 'field.required'),
      ]),
    );
  };
}

export function PersonFields<Values extends PersonValues>({ form }: { form: UseFormReturnType<Values> }) {
  const say = useStaffTexts();
  return (
    <Stack gap="md">
      <TextInput label={say('person.familyName')} required {...form.getInputProps('familyName')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={say('person.givenName')} required {...form.getInputProps('givenName')} />
        <TextInput label={say('person.patronymic')} {...form.getInputProps('patronymic')} />
        <TextInput label={say('person.email')} type="email" {...form.getInputProps('email')} />
        <TextInput label={say('person.phone')} type="tel" {...form.getInputProps('phone')} />
      </SimpleGrid>
    </Stack>
  );
}

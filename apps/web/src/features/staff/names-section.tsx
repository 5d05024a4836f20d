import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Person, person as personShape } from '@nastavnik/contracts/staff';
import { useEffect } from 'react';
import { ask } from '../../lib/api/api.ts';
import { isChangedMeanwhile } from '../../lib/shared-edit/changed-meanwhile.ts';
import { useSharedEdit } from '../../lib/shared-edit/use-shared-edit.ts';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout, toldRefusal } from '../../ui/toast.tsx';
import { PersonFields, type PersonValues, personOf, usePersonRules } from './person-fields.tsx';
import { useChangePerson } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

/** Names and contacts of a colleague, which others may be editing as well. */
export function NamesSection({ person }: { person: Person }) {
  const say = useStaffTexts();
  const rules = usePersonRules();
  const edit = useSharedEdit<PersonValues>(valuesOf(person), person.version);
  const form = useForm<PersonValues>({ initialValues: edit.values, validate: rules, onValuesChange: edit.change });
  const save = useChangePerson(person.id);
  const { setValues } = form;
  // The form follows where the card has been changed by somebody else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values belong to the version
  useEffect(() => setValues(edit.values), [edit.version, setValues]);
  const send = (values: PersonValues, version: number) =>
    save.mutate(
      { method: 'PUT', path: '', body: { ...personOf(values), version } },
      {
        onSuccess: (saved) => {
          edit.restart(valuesOf(saved), saved.version);
          toldAbout(say('person.saved'));
        },
        onError: (error) => {
          if (isChangedMeanwhile(error)) void catchUp().catch(toldRefusal);
        },
      },
    );
  const catchUp = async () => {
    const theirs = await ask('GET', `/people/${person.id}`, personShape);
    const merged = edit.catchUp(valuesOf(theirs), theirs.version);
    if (!merged.differs) send(merged.values, theirs.version);
  };
  return (
    <Section title={say('person.cards')}>
      <form noValidate onSubmit={form.onSubmit((values) => send(values, edit.version))}>
        <Stack gap="md">
          <PersonFields form={form} />
          <ChangedMeanwhile
            edit={edit}
            label={(field) => say(`person.${field}`)}
            onTake={(field) => form.setFieldValue(field, edit.meanwhile?.theirs[field] ?? '')}
          />
          {!isChangedMeanwhile(save.error) && <RefusalMessage error={save.error} />}
          <Button type="submit" variant="default" w="fit-content" loading={save.isPending}>
            {say('person.save')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

function valuesOf(person: Person): PersonValues {
  return {
    familyName: person.familyName,
    givenName: person.givenName,
    patronymic: person.patronymic ?? '',
    email: person.email ?? '',
    phone: person.phone ?? '',
  };
}

import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { identityAnswer } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ask } from '../lib/api/api.ts';
import { useConsentChange } from '../lib/consents/consents.api.ts';
import { usePeopleWords } from '../lib/people-words/people-words.ts';
import { useSession, useToday } from '../lib/session.ts';
import { DateField } from './date-field.tsx';
import { Loading } from './loading.tsx';
import { RefusalMessage } from './refusal-message.tsx';
import { toldAbout } from './toast.tsx';

const KINDS = ['passport', 'birthCertificate', 'foreignPassport', 'residencePermit', 'other'] as const;

type Document = NonNullable<z.infer<typeof identityAnswer>['document']>;

type IdentityFormProps = {
  personId: string;
  /** PRIVACY §3: a parent enters the child's paper anew and is not shown what the school has. */
  unseen?: boolean;
  onDone: () => void;
};

/** 152-ФЗ art. 9(4): a written consent names the signer's paper and address. */
export function IdentityForm({ personId, unseen = false, onDone }: IdentityFormProps) {
  const own = useSession().active?.personId;
  const { data, error, refetch } = useQuery({
    enabled: !unseen,
    queryKey: ['consents', 'identity', personId],
    queryFn: ({ signal }) => ask('GET', `/persons/${personId}/identity`, identityAnswer, { signal }),
    // Never from memory: what is shown is a view that stands in the history.
    gcTime: 0,
  });
  if (unseen) return <Form personId={personId} known={null} mayEdit ownAffair onDone={onDone} />;
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={3} />;
  return (
    <Form
      personId={personId}
      known={data.document}
      mayEdit={data.may.edit}
      ownAffair={personId === own}
      onDone={onDone}
    />
  );
}

type FormProps = {
  personId: string;
  known: Document | null;
  mayEdit: boolean;
  /** Signed in the account: nothing is printed anew. */
  ownAffair: boolean;
  onDone: () => void;
};

function Form({ personId, known, mayEdit, ownAffair, onDone }: FormProps) {
  const say = usePeopleWords();
  const today = useToday();
  const [values, setValues] = useState<Document>(
    known ?? { kind: 'passport', number: '', issuedOn: null, issuer: null, address: '' },
  );
  const save = useConsentChange(
    () =>
      ask('PUT', `/persons/${personId}/identity`, z.null(), {
        body: {
          ...values,
          number: values.number.trim(),
          address: values.address.trim(),
          issuer: values.issuer?.trim() || null,
        },
      }),
    // The text is drawn anew with it, and this form is gone with the old one.
    () => toldAbout(say(ownAffair ? 'identity.doneOwn' : 'identity.done')),
  );
  const set = (change: Partial<Document>) => setValues({ ...values, ...change });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say('identity.lead')}
        </Text>
        <NativeSelect
          label={say('identity.kind')}
          value={values.kind}
          disabled={!mayEdit}
          data={KINDS.map((kind) => ({ value: kind, label: say(`identity.${kind}`) }))}
          onChange={(event) => set({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'other' })}
        />
        <TextInput
          label={say('identity.number')}
          required
          readOnly={!mayEdit}
          maxLength={100}
          value={values.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        <DateField
          label={say('identity.issuedOn')}
          value={values.issuedOn as PlainDate | null}
          max={today}
          disabled={!mayEdit}
          onChange={(issuedOn) => set({ issuedOn })}
        />
        <TextInput
          label={say('identity.issuer')}
          readOnly={!mayEdit}
          maxLength={300}
          value={values.issuer ?? ''}
          onChange={(event) => set({ issuer: event.currentTarget.value })}
        />
        <TextInput
          label={say('identity.address')}
          required
          readOnly={!mayEdit}
          maxLength={500}
          value={values.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        <RefusalMessage error={save.error} />
        {mayEdit && (
          <Button
            type="submit"
            w="fit-content"
            loading={save.isPending}
            disabled={values.number.trim() === '' || values.address.trim() === ''}
          >
            {say('identity.save')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { MaybeKnown } from '../../ui/maybe-known.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useNominate } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

type OutsiderFormProps = { role: 'mentor' | 'mentee'; formId: string | null; onDone: () => void };

/** A student or a partner's person: the record begins with the proposal. */
export function OutsiderForm({ role, formId, onDone }: OutsiderFormProps) {
  const say = useParticipantsTexts();
  const nominate = useNominate();
  const form = useForm({
    initialValues: {
      familyName: '',
      givenName: '',
      patronymic: '',
      kind: 'student',
      organization: '',
      post: '',
      email: '',
      phone: '',
    },
  });
  const send = (who: { knownId?: string; evenSo?: boolean }) => {
    const { patronymic, post, email, phone, ...rest } = form.values;
    nominate.mutate(
      {
        outsider: true,
        body: {
          ...rest,
          ...who,
          role,
          formId,
          patronymic: patronymic.trim() || null,
          post: post.trim() || null,
          contact: { email: email.trim() || null, phone: phone.trim() || null },
        },
      },
      {
        onSuccess: ({ nominated }) => {
          toldAbout(say('nominate.done', { count: nominated.length }));
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={form.onSubmit(() => send({}))}>
      <Stack gap="md">
        <TextInput label={say('outsider.familyName')} required maxLength={100} {...form.getInputProps('familyName')} />
        <TextInput label={say('outsider.givenName')} required maxLength={100} {...form.getInputProps('givenName')} />
        <TextInput label={say('outsider.patronymic')} maxLength={100} {...form.getInputProps('patronymic')} />
        <NativeSelect
          label={say('outsider.kind')}
          data={(['student', 'partner'] as const).map((kind) => ({ value: kind, label: say(`outsider.kind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={say('outsider.organization')}
          required
          maxLength={200}
          {...form.getInputProps('organization')}
        />
        <TextInput label={say('outsider.post')} maxLength={200} {...form.getInputProps('post')} />
        <TextInput label={say('outsider.email')} type="email" maxLength={200} {...form.getInputProps('email')} />
        <TextInput label={say('outsider.phone')} type="tel" maxLength={40} {...form.getInputProps('phone')} />
        <MaybeKnown
          error={nominate.error}
          onTake={({ id }) => send({ knownId: id })}
          onEvenSo={() => send({ evenSo: true })}
        />
        <Button type="submit" loading={nominate.isPending}>
          {say('outsider.go')}
        </Button>
      </Stack>
    </form>
  );
}

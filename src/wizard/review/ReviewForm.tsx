export interface ReviewFormProps {
  /** The id by which Restore submits it. */
  readonly formId: string;
  readonly onNext: () => void;
}

/** The form of a step that has no fields: what Next or Restore submits. */
export function ReviewForm({ formId, onNext }: ReviewFormProps) {
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    />
  );
}

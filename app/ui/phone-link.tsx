type PhoneLinkProps = { number: string; text?: string }

/** A number that rings when it is pressed, large enough for a thumb. */
export const PhoneLink = ({ number, text = number }: PhoneLinkProps) => (
  <a
    href={`tel:${number.replace(/[^\d+]/g, '')}`}
    className="tabular inline-flex min-h-6 items-center whitespace-nowrap text-accent underline underline-offset-4 pointer-coarse:min-h-11"
  >
    {text}
  </a>
)

/** The product's mark: a clock with one lit point, who was asked first. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" /><path d="M10 5v5.4l3.6 2.1" fill="none" stroke="currentColor" strokeWidth="2" /><circle cx="10" cy="1.8" r="1.8" className="lit" />
    </svg>
  );
}

/** Bodies that a contribution may be from. `posts` are of relevant agencies and of education, by the body they speak for. */
export interface Contributors {
  seats: { id: string; organisation: string }[];
  posts: { id: string; organisation: string }[];
}

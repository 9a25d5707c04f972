import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import { PostHolder } from "#app/components/publication/post-holder.tsx";
import type { PublicPost } from "#app/domain/publication/record.ts";

const held = (holder: Partial<NonNullable<PublicPost["holder"]>>, office = "Chief Executive"): PublicPost => ({ office, holder: { name: "Ada Fernhill", since: "2024-04-01", acting: false, ...holder } });
const words = (post: PublicPost, title?: string) => renderToStaticMarkup(<PostHolder post={post} title={title} />).replaceAll(/<[^>]+>/g, "|").split("|").filter(Boolean).join(" / ");

describe("who holds a post, in words", () => {
  test.each<[string, PublicPost, string | undefined, string]>([
    ["held", held({}), undefined, "Ada Fernhill / Chief Executive / Since 1 April 2024"],
    ["acting", held({ acting: true }, "Director of children’s services"), undefined, "Ada Fernhill / Acting director of children’s services / Since 1 April 2024"],
    ["acting in a named office", held({ acting: true }), undefined, "Ada Fernhill / Acting Chief Executive / Since 1 April 2024"],
    ["withheld", held({ name: null }), undefined, "Name withheld for safety / Chief Executive / Since 1 April 2024"],
    ["vacant", { office: "Chief Constable", holder: null }, undefined, "Vacant / Chief Constable: nobody holds this post at the moment."],
    ["vacant under its own title", { office: "Partnership chair", holder: null }, "Partnership chair", "Vacant / Nobody holds this post at the moment."],
    ["under its own title", held({}, "Partnership chair"), "Partnership chair", "Ada Fernhill / Since 1 April 2024"],
  ])("%s", (_what, post, title, expected) => {
    expect(words(post, title)).toBe(expected);
  });
});

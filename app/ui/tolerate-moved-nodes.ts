/**
 * A translator in the browser puts other nodes in the place of the text that React made, and React then fails on taking
 * away what is no longer where it left it. Pages ask not to be translated; for whoever does so all the same, a node that
 * is already gone counts as taken away, and what would stand before a node that moved stands at the end.
 * The same remedy as in https://github.com/facebook/react/issues/11538.
 */
export function tolerateMovedNodes() {
  const { removeChild, insertBefore } = Node.prototype
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    if (child.parentNode === this) return removeChild.call(this, child) as Child
    standInOf(child, this)?.remove()
    return child
  }
  Node.prototype.insertBefore = function <Child extends Node>(this: Node, child: Child, before: Node | null): Child {
    const place = before === null || before.parentNode === this ? before : standInOf(before, this)
    return insertBefore.call(this, child, place) as Child
  }
}

/** What a translator wrapped around the node, where that still stands in the parent. */
function standInOf(node: Node, parent: Node): ChildNode | null {
  let around: Node | null = node.parentNode
  while (around && around.parentNode !== parent) around = around.parentNode
  return around as ChildNode | null
}

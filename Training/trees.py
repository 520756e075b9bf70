"""Writes a LightGBM model in the form that TreeEnsemble.swift reads."""
import textwrap


def preorder(node, out):
    stack = [node]
    while stack:
        node = stack.pop()
        if "leaf_value" in node:
            out.append("%.4g" % node["leaf_value"])
        else:
            out.append("%d<%.6g" % (node["split_feature"], node["threshold"]))
            stack += [node["right_child"], node["left_child"]]


def words(model):
    found = []
    for index, tree in enumerate(model.booster_.dump_model()["tree_info"]):
        if index:
            found.append("/")
        preorder(tree["tree_structure"], found)
    return found


def text(model):
    return "\n".join(textwrap.wrap(" ".join(words(model)), 120, break_long_words=False, break_on_hyphens=False)) + "\n"

using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Fields;

/// <summary>Ids of form fields.</summary>
public static class FieldId
{
    /// <summary>
    /// The id of the first control of a field, made from its name: the error summary finds it without knowing the field.
    /// </summary>
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "-");
}

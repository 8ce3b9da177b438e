using System.Linq.Expressions;
using System.Reflection;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Governance.Tests.SqlServer;

/// <summary>Turns a query over one context into the same query over its twin: table by table, also where a query within the query
/// reaches its table through a captured context or a captured query.</summary>
internal sealed class TwinRoots(GovernanceDb twin) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
        ? new EntityQueryRootExpression(twin.GetService<IAsyncQueryProvider>(), twin.Model.FindEntityType(root.EntityType.Name)!)
        : base.VisitExtension(node);

    protected override Expression VisitConstant(ConstantExpression node) => node.Value switch
    {
        DbContext => Expression.Constant(twin, node.Type),
        IQueryable query when query.Expression is not ConstantExpression => Visit(query.Expression),
        _ => node,
    };

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Type.IsAssignableTo(typeof(DbContext)))
            return Expression.Constant(twin, node.Type);
        if (!node.Type.IsAssignableTo(typeof(IQueryable)) || Visit(node.Expression) is not ConstantExpression owner)
            return base.VisitMember(node);
        var value = node.Member is FieldInfo field ? field.GetValue(owner.Value) : ((PropertyInfo)node.Member).GetValue(owner.Value);
        return VisitConstant(Expression.Constant(value, node.Type));
    }
}
